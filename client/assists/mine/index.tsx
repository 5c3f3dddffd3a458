/** Who acted for me and who looked at my number or my dues: everybody may know that about themselves. */
import { View } from '@tarojs/components'
import { type Answer, api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { readAll } from '../../kernel/read-all'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { headingOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { sayWhen } from '../parts/deed'
import { HelpedList } from '../parts/HelpedList'

const lookWords: Readonly<Record<Answer<'assists', 'listLooks'>['rows'][number]['what'], string>> = {
  phone: '看了您的号码',
  dues: '看了您的党费',
  match: '拿您的整个号码对上了您',
}

export default function LooksPage() {
  return (
    <Page title="谁看过我的信息" note="替您办的事、看过您号码和党费的人，都写在这里">
      <Helped />
      <Looks />
    </Page>
  )
}

function Helped() {
  const query = useQuery('assists.list', () => readAll((page) => api.assists.list(page)))
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        别人替我办的
      </View>
      <Answered query={query} lines={2}>
        {(rows) => <HelpedList rows={rows} onObjected={query.refresh} />}
      </Answered>
    </>
  )
}

function Looks() {
  const now = useNow()
  const query = useQuery('assists.listLooks', () => api.assists.listLooks({}))
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        谁看过我的号码和党费
      </View>
      <Answered query={query} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon="lock" words="还没有人看过" />
          ) : (
            <Card kind="list">
              {rows.map(({ what, by, at }) => (
                <Row key={`${at} ${by} ${what}`} isStrong title={by} note={`${sayWhen(at, now)} ${lookWords[what]}`} />
              ))}
            </Card>
          )
        }
      </Answered>
    </>
  )
}
