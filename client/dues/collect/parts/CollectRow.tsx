import { Text, View } from '@tarojs/components'
import { yearOf } from '#shared/dues/ids'
import { kindWords, monthStateWords, payWayWords, sayMonths } from '#shared/dues/words'
import { type MonthKey, sayClock } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { spacedName } from '#shared/members/ids'
import { go } from '../../../kernel/routes'
import { outbox } from '../../../kernel/use-outbox'
import { roleOf } from '../../../ui/aria'
import { Icon } from '../../../ui/Icon'
import { Press } from '../../../ui/Press'
import { StatusTag } from '../../../ui/StatusTag'
import { Tappable } from '../../../ui/Tappable'
import { Amount } from '../../parts/Amount'
import { isToCollect, type MonthRow, sayNumber, sayPaidBy, sayShortDay } from '../../parts/collecting'
import type { Tick } from '../../parts/ticks'

interface CollectRowProps {
  readonly row: MonthRow
  readonly month: MonthKey
  /** a tick of this row that is not done with */
  readonly tick: Tick | undefined
  readonly onCollect: (row: MonthRow) => void
}

export const buttonOf = (memberId: string) => `collect-${memberId}`

/** One member: the name opens everything else about the payment, the button is the one tap. */
export function CollectRow({ row, month, tick, onCollect }: CollectRowProps) {
  const { memberId, name, groupName } = row
  return (
    <View className="due-item" {...roleOf('listitem')}>
      <View className="due-line">
        <Tappable className="due-who" onPress={() => go('payment', { memberId, month })}>
          <View className="due-name">
            <Text className="t-title">{spacedName(name)}</Text>
            {groupName !== undefined && <Text className="t-note t-2">{groupName}</Text>}
          </View>
          <Notes row={row} month={month} tick={tick} />
        </Tappable>
        <Standing row={row} tick={tick} onCollect={onCollect} />
      </View>
      {tick?.item.state === 'refused' && <Refused tick={tick} />}
    </View>
  )
}

function Notes({ row, month, tick }: Pick<CollectRowProps, 'row' | 'month' | 'tick'>) {
  return (
    <>
      {tick === undefined || tick.item.state === 'refused' ? <HowPaid row={row} /> : <View className="t-note t-2">{sayTick(tick)}</View>}
      {row.arrears.length > 0 && (
        <View className="t-note t-pending">
          另欠{' '}
          {sayMonths(
            row.arrears.map((one) => one.month),
            yearOf(month),
          )}
        </View>
      )}
      {row.note !== undefined && (
        <View className="t-note t-pending">
          说 {sayShortDay(row.note.day)} {payWayWords[row.note.way]}交了
        </View>
      )}
    </>
  )
}

/** `本人交，2026—0018 号`; while it is not paid, `务农`. */
function HowPaid({ row: { kind, entry, isQuarterly } }: Pick<CollectRowProps, 'row'>) {
  if (entry?.kind === 'receipt') {
    return (
      <View className="t-note t-2">
        {sayPaidBy(entry.payer ?? '')}，<Text className="collect-number">{sayNumber(entry)}</Text>
      </View>
    )
  }
  const words = [...(kind === undefined ? [] : [kindWords[kind]]), ...(isQuarterly ? ['按季交'] : [])]
  return <View className="t-note t-2">{entry === undefined ? words.join('，') : entry.proof}</View>
}

/** Who took it and when: there is no receipt before it has arrived. */
function sayTick({ item }: Tick): string {
  return `${item.person.name} ${sayClock(item.tapped.at)} 收的，还没有收据`
}

function Standing({ row, tick, onCollect }: Pick<CollectRowProps, 'row' | 'tick' | 'onCollect'>) {
  const { memberId, name, assessedFen, state } = row
  if (tick !== undefined && tick.item.state !== 'refused') {
    return (
      <View className="due-what">
        <Amount value={tick.fen} />
        <StatusTag tone="pending" icon="clock" word="待入账" />
      </View>
    )
  }
  const isReady = isToCollect(row) && tick === undefined
  return (
    <View className="due-what">
      {assessedFen !== undefined && state !== 'waived' && <Amount value={assessedFen} />}
      {isReady ? (
        <Press
          id={buttonOf(memberId)}
          kind="plain"
          size="small"
          label="收到"
          ariaLabel={`收到 ${name} ${sayYuan(fen(assessedFen ?? 0))} 元`}
          onPress={() => onCollect(row)}
        />
      ) : (
        <Word state={state} />
      )}
    </View>
  )
}

function Word({ state }: Pick<MonthRow, 'state'>) {
  if (state !== 'paid' && state !== 'elsewhere') return <Text className="t-note t-2">{monthStateWords[state]}</Text>
  return (
    <View className="due-done t-ok">
      <Icon name="check" size={20} />
      <Text>{state === 'paid' ? '已收' : monthStateWords.elsewhere}</Text>
    </View>
  )
}

/** Stays until it was read: what was tapped must not vanish silently. */
function Refused({ tick: { item } }: { readonly tick: Tick }) {
  return (
    <View className="collect-refused" {...roleOf('alert')}>
      <View className="collect-why t-note">
        <Icon name="circle-alert" size={20} />
        <Text>没入账：{item.message}</Text>
      </View>
      <Press kind="plain" size="small" label="知道了" ariaLabel={`知道了，${item.title}`} onPress={() => outbox.dismiss(item.requestId)} />
    </View>
  )
}
