import { useState } from 'react'
import { codeLength, normaliseCode } from '#shared/kernel/id'
import { device } from '../../kernel/device'
import { codeIn } from '../../kernel/scanned'
import { Field } from '../../ui/Field'
import { Press } from '../../ui/Press'

interface CodeFormProps {
  readonly label: string
  readonly action: string
  /** Takes the code as it is stored, eight capital letters and digits; a scanned one with its tail. */
  readonly onCode: (code: string) => void
  /** Said by the server about the code typed before. */
  readonly problem?: string | undefined
}

/** Typing the code that stands under the picture, or scanning it; forgives blanks and small letters. */
export function CodeForm({ label, action, onCode, problem }: CodeFormProps) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(problem)
  const take = () => {
    const code = normaliseCode(typed)
    if (code === undefined) setWrong(sayProblem(typed))
    else onCode(code)
  }
  const scan = async () => {
    const scanned = await device.scan()
    if (scanned === undefined) return
    const code = codeIn(scanned)
    if (code === undefined) setWrong('扫到的不是这里的码，请照着字母写')
    else onCode(code)
  }
  const change = (value: string) => {
    setTyped(value)
    setWrong(undefined)
  }
  return (
    <>
      <Field
        label={label}
        kind="code"
        value={typed}
        onChange={change}
        onEnter={take}
        placeholder="ABCD EFGH"
        maxLength={20}
        problem={wrong}
      />
      <Press kind="primary" label={action} onPress={take} />
      {device.canScan && <Press kind="plain" icon="scan-line" label="扫一扫" onPress={() => void scan()} />}
    </>
  )
}

function sayProblem(typed: string): string {
  const count = [...typed.replace(/[\s-]/g, '')].length
  if (count === 0) return '先把码上的字母和数字写上'
  return count === codeLength ? '里面有码上没有的字，请再看一眼' : `码是 ${codeLength} 个字母和数字，您写了 ${count} 个`
}
