import { View } from '@tarojs/components'
import { fen, sayYuan } from '#shared/kernel/fen'
import { go } from '../../../kernel/routes'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { sayDayKey } from '../../parts/day-words'
import type { Money } from './lines'
import type { HeldDay } from './through'

interface InHandProps {
  readonly money: Money
  /** oldest first */
  readonly openDays: readonly HeldDay[]
}

/** What the branch holds, what of it may go up, and what has to be closed before more may. */
export function InHand({ money: { inHandFen, readyFen }, openDays }: InHandProps) {
  return (
    <>
      <Card kind="list">
        <Row title="手里的钱" answer={`${sayYuan(fen(inHandFen))} 元`} />
        <Row title="可以上缴" note="两个人对过、关了账的" answer={`${sayYuan(fen(readyFen))} 元`} />
      </Card>
      {openDays.length > 0 && (
        <>
          <View className="t-title" {...headingOf(2)}>
            还没关账，关了才能上缴
          </View>
          <Card kind="list">
            {openDays.map(({ day, count, sumFen, stage }) => (
              <Row
                key={day}
                icon="circle-alert"
                tone="pending"
                isStrong
                title={sayDayKey(day)}
                note={`${count} 笔，${sayYuan(fen(sumFen))} 元，${stage === 'counted' ? '等第二个人核对' : '还没点数'}`}
                onPress={() => go('duesDay', { day })}
              />
            ))}
          </Card>
        </>
      )}
    </>
  )
}
