import { View } from '@tarojs/components'
import { useState } from 'react'
import { codeLength, normaliseCode, sayCode } from '#shared/kernel/id'
import { readScanned } from '#shared/themeday/scanned'
import { api } from '../../../kernel/api'
import { moment } from '../../../kernel/clock'
import { device } from '../../../kernel/device'
import { go } from '../../../kernel/routes'
import { codeIn } from '../../../kernel/scanned'
import { useSession } from '../../../kernel/session'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { ThemeDay } from '../../parts/roll'
import { keepForLater, venueOf } from '../../parts/ticks'
import { CardsWaiting } from './CardsWaiting'

interface ReadHisCodeProps {
  readonly themeDay: ThemeDay
  readonly venueId: string
  readonly onDone: (words: string) => void
}

const notACard = { code: 'CARD_UNKNOWN', message: '这不是党员卡，请点名' } as const

/** A member's card, or the picture on a phone that found no signal. Where there is no camera, the eight letters under the card's code. */
export function ReadHisCode({ themeDay, venueId, onDone }: ReadHisCodeProps) {
  const { themeDayId, code: wallCode } = themeDay
  const { person } = useSession()
  const [unsent, setUnsent] = useState('')
  const [isTyping, setTyping] = useState(false)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const reading = useCommand(api.themeday.scanCard)
  const take = async (code: string | undefined) => {
    const isCard = code !== undefined && code !== wallCode
    setWrong(!isCard)
    setUnsent(code ?? '')
    const answer = isCard ? await reading.run({ themeDayId, code, ...venueOf(venueId) }) : undefined
    if (answer === undefined) return
    putAway()
    onDone(answer.state === 'already' ? `${answer.name}已经签过了` : `${answer.name}，记上了`)
  }
  const putAway = () => {
    setTyping(false)
    setTyped('')
  }
  /** Without a signal nobody knows whose it is: it is written down as it was read. */
  const keep = () => {
    if (person === undefined) return
    const input = { themeDayId, code: unsent, tapped: moment(), ...venueOf(venueId) }
    const title = `党员卡 ${sayCode(unsent)}`
    keepForLater(person, { action: 'themeday.scanCard', input, subject: `${themeDayId} ${unsent}`, title })
    reading.reset()
    putAway()
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
  const isUnreachable = reading.isUnreachable && !isWrong
  const failed = (
    <Failed
      command={isWrong ? { refusal: notACard, isUnreachable } : reading}
      {...(isUnreachable ? { action: { label: '先记下，有网再传', onPress: keep } } : {})}
    />
  )
  const busy = { isBusy: reading.isRunning, busyLabel: '正在记…' }
  const waiting = <CardsWaiting themeDay={themeDay} onArrived={(title) => onDone(`${title}，认上了`)} />
  if (device.canScan) {
    return (
      <>
        {waiting}
        {failed}
        <View className="on-site-hand">
          <Press kind="plain" icon="scan-line" label="扫他的码" {...busy} onPress={() => void scan()} />
        </View>
      </>
    )
  }
  const card = normaliseCode(typed, codeLength)
  return (
    <>
      {waiting}
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
