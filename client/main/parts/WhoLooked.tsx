import { api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'
import { go } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { useQuery } from '../../kernel/use-query'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'

/** What others did about me, and, for those who answer, what members say is wrong. */
export function WhoLooked() {
  const { person, role } = useSession()
  const isMember = person?.roles.some((grant) => grant.role === 'member') ?? false
  const answers = role === 'secretary' || role === 'townOfficer'
  if (!isMember && !answers) return null
  return (
    <Card kind="list">
      {isMember && <Row icon="user-check" title="谁看过我的信息" isStrong onPress={() => go('looks')} />}
      {answers && <Objections />}
    </Card>
  )
}

/** Says how many wait: nobody else reminds the officer. */
function Objections() {
  const query = useQuery('assists.listObjections', () => readAll((page) => api.assists.listObjections(page)))
  const count = query.data?.length ?? 0
  const note = count === 0 ? {} : { note: `有 ${count} 件等您回话` }
  return <Row icon="flag" title="党员说不对的" isStrong {...note} onPress={() => go('objections')} />
}
