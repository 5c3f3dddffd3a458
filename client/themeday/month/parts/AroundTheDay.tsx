import { go } from '../../../kernel/routes'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import type { ThemeDay } from '../../parts/roll'
import { stepOf } from '../../parts/step-of'

interface AroundTheDayProps {
  readonly themeDay: ThemeDay | undefined
  readonly now: number
}

/** What goes with the day: beforehand people are told, afterwards it is written down. */
export function AroundTheDay({ themeDay, now }: AroundTheDayProps) {
  const step = stepOf(themeDay, now)
  const id = { themeDayId: themeDay?.themeDayId ?? '' }
  const isAhead = step === 'fixed' || step === 'open'
  return (
    <Card kind="list">
      {isAhead && <Row icon="bell" isStrong title="提醒大家" note="发到群里，打电话" onPress={() => go('remind', id)} />}
      {isAhead && <Row icon="qr-code" isStrong title="海报" note="贴在门口，扫了就能签到" onPress={() => go('poster', id)} />}
      {step === 'fixed' && <Row icon="pencil" isStrong title="改时间地点，或者取消" onPress={() => go('plan', id)} />}
      {(step === 'open' || step === 'toClose') && (
        <Row icon="file-text" isStrong title="记录" note="五项内容和决议" onPress={() => go('minutes', id)} />
      )}
      <Row icon="list" isStrong title="党日簿" note="每个月的登记表" onPress={() => go('book')} />
      <Row icon="check" isStrong title="我们支部的习惯" note="固定哪天，怎么签到" onPress={() => go('habits')} />
    </Card>
  )
}
