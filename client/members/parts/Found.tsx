import type { Sought } from '#shared/members/search'
import { api } from '../../kernel/api'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { RosterList } from './RosterList'
import { foundIn, groupsOf, type MemberRow } from './roster'

interface FoundProps {
  readonly rows: readonly MemberRow[]
  readonly sought: Sought | undefined
}

/** Who was found; nobody is said in words, with what else to try. */
export function Found({ rows, sought }: FoundProps) {
  if (sought === undefined) return <Empty icon="search-x" words="手机号要写满 11 位" />
  if (sought.by === 'phone') return <FoundByPhone phone={sought.phone} />
  return <Shown rows={foundIn(rows, sought)} />
}

function FoundByPhone({ phone }: { readonly phone: string }) {
  // The number is part of the question, so the answer is not kept on the phone.
  const query = useQuery(`members.search ${phone}`, () => api.members.search({ text: phone }))
  return <Answered query={query}>{({ rows }) => <Shown rows={rows} />}</Answered>
}

function Shown({ rows }: { readonly rows: readonly MemberRow[] }) {
  if (rows.length === 0) return <Empty icon="search-x" words="名单上没有找到" note="试试姓名的首字母，如 zjg" />
  return <RosterList groups={groupsOf(rows)} />
}
