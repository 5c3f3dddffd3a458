import { device } from '../../../kernel/device'
import { go } from '../../../kernel/routes'
import { type Person, useSession } from '../../../kernel/session'
import { isSystemOn } from '../../../kernel/session-memory'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'

/** What concerns oneself: who else is known here, where one is known, what is kept, whom to call. */
export function OwnRows({ person: { phone, memberId } }: { readonly person: Person }) {
  const { who, role } = useSession()
  // On a demonstration anyone may be tried on from another row.
  const others = who?.isDemonstration ? 0 : (who?.persons.length ?? 1) - 1
  return (
    <Card kind="list">
      {memberId !== undefined && (
        <Row icon="qr-code" title="我的党员卡" isStrong note="支书扫一下，就记您到了" onPress={() => go('card')} />
      )}
      {memberId !== undefined && isSystemOn(who, 'dues') && (
        <Row icon="file-text" title="我的党费" isStrong note="交了没有、为什么是这个数" onPress={() => go('myDues')} />
      )}
      {memberId !== undefined && isSystemOn(who, 'themeday') && (
        <Row icon="circle-check" title="先练一练" isStrong note="练练签到，不会记下来" onPress={() => go('practice')} />
      )}
      {others > 0 && <Row icon="users" title="换家里人用" isStrong note={`这部手机还认得 ${others} 位`} onPress={() => go('claim')} />}
      <Row icon="key-round" title="我的手机" isStrong note="换手机、退出" onPress={() => go('devices')} />
      <Row icon="lock" title="隐私" isStrong note="记您什么，谁看得到" onPress={() => go('privacy')} />
      {/* A secretary has nobody to call but themselves. */}
      {phone !== undefined && role !== 'secretary' && <Row icon="phone" title="打给支书" isStrong onPress={() => device.call(phone)} />}
    </Card>
  )
}
