import { yearOf } from '#shared/dues/ids'
import { monthOf } from '#shared/kernel/day'
import { useNow } from '../../kernel/clock'
import { useParams } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { Page } from '../../ui/Page'
import { PrintFoot } from '../../ui/PrintFoot'
import { Started } from '../parts/Started'
import { useApprovals } from '../parts/use-approvals'
import { ApprovalSheets } from './parts/ApprovalSheets'

/** 党费核定表: a year on paper, to be signed. On a desk it looks as it prints; on a phone it is one list to read. */
export default function ApprovalSheetPage() {
  const { year: asked = '' } = useParams('approvalSheet')
  const current = yearOf(monthOf(useNow()))
  const year = /^20\d\d$/.test(asked) ? asked : current
  const { person } = useSession()
  const query = useApprovals(year)
  return (
    <Page width="desk" foot={query.data && <PrintFoot />}>
      <Started query={query} lines={8}>
        {(rows) => <ApprovalSheets rows={rows} year={year} branch={person?.branchName ?? ''} />}
      </Started>
    </Page>
  )
}
