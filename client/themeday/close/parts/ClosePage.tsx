import { View } from '@tarojs/components'
import { themeDayTitle } from '#shared/themeday/ids'
import { muchByProxyPercent, percentOf } from '#shared/themeday/tally'
import { type Answer, api } from '../../../kernel/api'
import { useNow } from '../../../kernel/clock'
import { go } from '../../../kernel/routes'
import { useCommand } from '../../../kernel/use-command'
import { useQuery } from '../../../kernel/use-query'
import { Card } from '../../../ui/Card'
import { Failed } from '../../../ui/Failed'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import type { ThemeDay } from '../../parts/roll'
import { stepOf } from '../../parts/step-of'

interface ClosePageProps {
  readonly themeDay: ThemeDay
  readonly tally: Answer<'themeday', 'countAttendance'>
  readonly onClosed: () => void
}

/** What stands in the list, who still waits, and what confirming it means. */
export function ClosePage({ themeDay, tally, onClosed }: ClosePageProps) {
  const { themeDayId, month } = themeDay
  const step = stepOf(themeDay, useNow())
  const closing = useCommand(api.themeday.close)
  const late = useQuery('themeday.listLate 30', () => api.themeday.listLate({ limit: 30 }))
  const waiting = late.data?.rows.filter((row) => row.themeDayId === themeDayId).length ?? 0
  const close = async () => {
    if ((await closing.run({ themeDayId })) !== undefined) onClosed()
  }
  const { expected, present, leave, absent, guests, proxies } = tally
  const share = percentOf(proxies, present)
  return (
    <Page
      title="归档"
      note={themeDayTitle(month)}
      foot={
        <>
          <Failed command={closing} />
          <Press kind="primary" label="确认归档" isBusy={closing.isRunning} busyLabel="正在归档…" onPress={() => void close()} />
        </>
      }
    >
      <Card kind="list">
        <Row title="应到" answer={`${expected} 人`} />
        <Row title="实到" answer={`${present} 人，${percentOf(present, expected)}%`} />
        <Row title="请假" answer={`${leave} 人`} />
        <Row title="缺席" answer={`${absent} 人`} />
        {guests > 0 && <Row title="客人" answer={`${guests} 人`} />}
        <Row
          title="代签"
          {...(share > muchByProxyPercent ? { note: '有点多，镇里会看到' } : {})}
          answer={proxies === 0 ? '没有' : `${proxies} 人，占 ${share}%`}
        />
      </Card>
      <Card kind="list">
        {waiting > 0 && <Row icon="hourglass" tone="pending" isStrong title={`等您点头 ${waiting} 件`} onPress={() => go('late')} />}
        <Row icon="file-text" isStrong title="记录" note="五项内容和决议" onPress={() => go('minutes', { themeDayId })} />
        <Row icon="users" isStrong title="看名单" onPress={() => go('onSite', { themeDayId })} />
      </Card>
      <View className="t-body">
        归档以后，名单就定下来了，只能更正，更正会写在登记表上。
        {step === 'open' && '签到也就停了。'}
        请假时留的话会抹掉。
      </View>
    </Page>
  )
}
