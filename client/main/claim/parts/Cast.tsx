import { View } from '@tarojs/components'
import { api } from '../../../kernel/api'
import { useSession } from '../../../kernel/session'
import { useCommand } from '../../../kernel/use-command'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Failed } from '../../../ui/Failed'
import { Row } from '../../../ui/Row'
import { goOn } from '../../parts/after-claim'

/** On a demonstration anyone may try on a person of the village. */
export function Cast({ next }: { readonly next: string | undefined }) {
  const { adopt } = useSession()
  const query = useQuery('demo.listCast', () => api.demo.listCast({}))
  const become = useCommand(api.demo.become)
  const tryOn = async (person: string) => {
    const done = await become.run({ person })
    if (done === undefined) return
    await adopt(done.token)
    goOn(next)
  }
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        示范村：想当哪一位？
      </View>
      <Failed command={become} />
      <Answered query={query}>
        {({ rows }) => (
          <Card kind="list">
            {rows.map(({ person, name, about }) => (
              <Row key={person} title={name} isStrong note={about} onPress={() => void tryOn(person)} />
            ))}
          </Card>
        )}
      </Answered>
    </>
  )
}
