import { View } from '@tarojs/components'
import { sayClock, sayDayNear } from '#shared/kernel/day'
import { type Answer, api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { readAll } from '../../kernel/read-all'
import { useCommand } from '../../kernel/use-command'
import { useQuery } from '../../kernel/use-query'
import { Card } from '../../ui/Card'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import './wrong-persons.scss'

type Report = Answer<'claims', 'listReports'>['rows'][number]

/** Codes that went to somebody else: on top of the list of people, because the right one cannot get in until they have a new one. */
export function WrongPersons() {
  const query = useQuery('claims.listReports', () => readAll<Report, never>((page) => api.claims.listReports(page)))
  // The list of people below says what is wrong when nothing can be asked at all.
  return query.data?.map((report) => <WrongPerson key={report.reportId} report={report} onClosed={query.refresh} />)
}

function WrongPerson({ report, onClosed }: { readonly report: Report; readonly onClosed: () => void }) {
  const close = useCommand(api.claims.closeReport)
  const run = async () => {
    if ((await close.run({ reportId: report.reportId })) !== undefined) onClosed()
  }
  return (
    <Card className="wrong-person">
      <View className="t-title">有人说认错了：{report.name}</View>
      <View className="t-body t-2">
        {sayDayNear(report.at, useNow())} {sayClock(report.at)} 说的，那部手机已经不认了。码可能给错了人，请给本人再发一个
      </View>
      <Failed command={close} />
      <Press kind="plain" label="知道了" isBusy={close.isRunning} busyLabel="正在记…" onPress={() => void run()} />
    </Card>
  )
}
