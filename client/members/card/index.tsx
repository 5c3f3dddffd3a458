import { api } from '../../kernel/api'
import { useSession } from '../../kernel/session'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { OwnCard } from '../parts/OwnCard'

/** Looking at one's card is one request for good: however often it is opened, one line stands in the book. */
const asked = { requestId: 'my-member-card' }

/** 我的党员卡: held up to be scanned, with or without a signal. */
export default function CardPage() {
  const { person } = useSession()
  const query = useQuery(person && 'members.getCard', () => api.members.getCard({}, asked), { isKept: true })
  return (
    <Page ground="white" whenOffline="没有网也能用，请支书扫">
      <Answered query={query} lines={6}>
        {({ code }) => person && <OwnCard person={person} code={code} />}
      </Answered>
    </Page>
  )
}
