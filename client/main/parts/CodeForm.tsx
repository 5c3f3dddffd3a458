import { useState } from 'react'
import { claimCodeLength, codeLength, normaliseCode, sayCode } from '#shared/kernel/id'
import { device } from '../../kernel/device'
import { codeIn } from '../../kernel/scanned'
import { Field } from '../../ui/Field'
import { Press } from '../../ui/Press'

interface CodeFormProps {
  readonly label: string
  readonly action: string
  /** Takes claim codes alone; else any. */
  readonly isClaim?: boolean
  /** What stands in the field at first, as it was taken before. */
  readonly typedBefore?: string
  /** Takes the code as it is stored, capital letters and digits; a scanned one with its tail. */
  readonly onCode: (code: string) => void
  /** Said by the server about the code typed before. */
  readonly problem?: string | undefined
}

/** Typing the code that stands under the picture, or scanning it; forgives blanks and small letters. */
export function CodeForm({ label, action, isClaim = false, typedBefore = '', onCode, problem }: CodeFormProps) {
  const [typed, setTyped] = useState(sayCode(typedBefore))
  const [wrong, setWrong] = useState(problem)
  const lengths = isClaim ? [claimCodeLength] : [codeLength, claimCodeLength]
  const take = () => {
    const code = normaliseCode(typed)
    if (code === undefined || !lengths.includes(code.length)) setWrong(sayProblem(typed, lengths))
    else onCode(code)
  }
  const scan = async () => {
    const scanned = await device.scan()
    if (scanned === undefined) return
    const code = codeIn(scanned)
    if (code === undefined) setWrong('扫到的不是这里的码，请照着字母写')
    else if (isClaim && code.length !== claimCodeLength) setWrong('扫到的不是认领码，请扫支书给您的那一个')
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
        placeholder={isClaim ? 'ABC DEF GHJK' : 'ABCD EFGH'}
        maxLength={20}
        problem={wrong}
      />
      <Press kind="primary" label={action} onPress={take} />
      {device.canScan && <Press kind="plain" icon="scan-line" label="扫一扫" onPress={() => void scan()} />}
    </>
  )
}

function sayProblem(typed: string, lengths: readonly number[]): string {
  const count = [...typed.replace(/[\s-]/g, '')].length
  if (count === 0) return '先把码上的字母和数字写上'
  return lengths.includes(count) ? '里面有码上没有的字，请再看一眼' : `码是 ${lengths.join(' 个或者 ')} 个字母和数字，您写了 ${count} 个`
}
