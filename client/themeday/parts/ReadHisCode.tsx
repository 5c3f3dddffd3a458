import { View } from '@tarojs/components'
import { useState } from 'react'
import { normaliseCode } from '#shared/kernel/id'
import { readScanned } from '#shared/themeday/scanned'
import { api } from '../../kernel/api'
import { device } from '../../kernel/device'
import { go } from '../../kernel/routes'
import { codeIn } from '../../kernel/scanned'
import { useCommand } from '../../kernel/use-command'
import { ErrorBox } from '../../ui/ErrorBox'
import { Field } from '../../ui/Field'
import { Press } from '../../ui/Press'
import { Sheet } from '../../ui/Sheet'
import type { ThemeDay } from './roll'

interface ReadHisCodeProps {
  readonly themeDay: ThemeDay
  readonly onDone: (words: string) => void
}

const notACard = { code: 'CARD_UNKNOWN', message: '这不是党员卡，请点名' } as const

/** A member's card, or the picture on a phone that found no signal. Where there is no camera, the eight letters under the card's code. */
export function ReadHisCode({ themeDay: { themeDayId, code: wallCode }, onDone }: ReadHisCodeProps) {
  const [isTyping, setTyping] = useState(false)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const reading = useCommand(api.themeday.scanCard)
  const take = async (code: string | undefined) => {
    const isCard = code !== undefined && code !== wallCode
    setWrong(!isCard)
    const answer = isCard ? await reading.run({ themeDayId, code }) : undefined
    if (answer === undefined) return
    setTyping(false)
    setTyped('')
    onDone(answer.state === 'already' ? `${answer.name}已经签过了` : `${answer.name}，记上了`)
  }
  const scan = async () => {
    const text = await device.scan()
    if (text === undefined) return
    const found = codeIn(text)
    const dot = found?.indexOf('.') ?? -1
    if (found === undefined || dot < 0) return take(found)
    if (readScanned(found)?.carried === undefined) return take(undefined)
    go('carry', { code: found.slice(0, dot), tail: found.slice(dot + 1) })
  }
  const refusal = isWrong ? notACard : reading.refusal
  const failed = (refusal !== undefined || reading.isUnreachable) && (
    <ErrorBox isCommand refusal={refusal} unreachable={reading.isUnreachable && !isWrong} />
  )
  const busy = { isBusy: reading.isRunning, busyLabel: '正在记…' }
  if (device.canScan) {
    return (
      <>
        {failed}
        <View className="on-site-hand">
          <Press kind="plain" icon="scan-line" label="扫他的码" {...busy} onPress={() => void scan()} />
        </View>
      </>
    )
  }
  const card = normaliseCode(typed)
  return (
    <>
      <View className="on-site-hand">
        <Press kind="plain" icon="scan-line" label="输他的码" onPress={() => setTyping(true)} />
      </View>
      {isTyping && (
        <Sheet title="党员卡上的码" closeLabel="先不输" onClose={() => setTyping(false)}>
          <Field label="码下面的 8 个字母和数字" kind="code" value={typed} onChange={setTyped} placeholder="ABCD EFGH" maxLength={20} />
          {failed}
          <Press
            kind="primary"
            label={card === undefined ? '请写全 8 个' : '记他到了'}
            disabled={card === undefined}
            {...busy}
            onPress={() => void take(card)}
          />
        </Sheet>
      )}
    </>
  )
}
