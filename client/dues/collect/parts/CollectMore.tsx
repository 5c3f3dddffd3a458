import { go } from '../../../kernel/routes'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { useIsOfficer } from '../../parts/use-is-officer'

/** Below the names: what is done once a month or once a year. */
export function CollectMore() {
  const isOfficer = useIsOfficer()
  return (
    <Card kind="list">
      <Row icon="calendar" isStrong title="哪天收的" note="一天一天关账" onPress={() => go('duesDays')} />
      <Row icon="clock" isStrong title="谁欠着" note="该提醒谁，该跟谁谈谈" onPress={() => go('arrears')} />
      {isOfficer && (
        <>
          <Row icon="list" isStrong title="党费簿" note="上缴、使用、登记册" onPress={() => go('duesBook')} />
          <Row icon="pencil" isStrong title="核定" note="每人每月交多少" onPress={() => go('approvals')} />
          <Row icon="building" isStrong title="上缴" note="关了账的交到上级" onPress={() => go('handIn')} />
          <Row icon="check" isStrong title="党费怎么记" note="哪个月开始，谁核对" onPress={() => go('duesSettings')} />
        </>
      )}
    </Card>
  )
}
