import { roleWords } from '#shared/organisation/words'
import { now } from '../../kernel/clock'
import { Row } from '../../ui/Row'
import { type HeldRow, sayTerm } from './held'

/** One office: whose it is, where and until when. Who is on no phone yet is said, for nothing works for them before. */
export function HeldLine({ row, onPress }: { readonly row: HeldRow; readonly onPress: () => void }) {
  const where = row.role === 'groupLeader' ? `${row.unitName}${roleWords[row.role]}` : roleWords[row.role]
  const note = [where, sayTerm(row, now()), row.hasClaimed ? '' : '还没认领', row.isMember ? '' : '不在名单上'].filter(
    (part) => part !== '',
  )
  return <Row title={row.name} isStrong note={note.join(' · ')} onPress={onPress} />
}
