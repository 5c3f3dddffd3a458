import { View } from '@tarojs/components'
import { useSession } from '../../../kernel/session'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { goOn } from '../../parts/after-claim'
import { sayPlace } from '../../parts/say-place'

/** A household's phone: up to four persons, the one who acts now first. */
export function Household({ next }: { readonly next: string | undefined }) {
  const { who, person, choosePerson } = useSession()
  const persons = [...(who?.persons ?? [])].sort(
    (a, b) => Number(b.personId === person?.personId) - Number(a.personId === person?.personId),
  )
  return (
    <Card kind="list">
      {persons.map((known) => (
        <Row
          key={known.personId}
          icon="user"
          title={<View className="t-headline">{known.name}</View>}
          note={sayPlace(known)}
          onPress={() => {
            choosePerson(known.personId)
            goOn(next)
          }}
        />
      ))}
    </Card>
  )
}
