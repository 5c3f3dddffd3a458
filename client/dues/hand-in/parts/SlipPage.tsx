import { api } from '../../../kernel/api'
import { useSession } from '../../../kernel/session'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { ErrorBox } from '../../../ui/ErrorBox'
import { Page } from '../../../ui/Page'
import { PrintFoot } from '../../../ui/PrintFoot'
import { Slip } from './Slip'

interface SlipPageProps {
  readonly year: string
  readonly lineId: string
}

/** One hand-in on paper. */
export function SlipPage({ year, lineId }: SlipPageProps) {
  const { person } = useSession()
  const money = useQuery(`dues.listLines ${year}`, () => api.dues.listLines({ year }))
  const line = money.data?.lines.find((one) => one.lineId === lineId && one.kind === 'handedUp')
  return (
    <Page foot={line !== undefined && <PrintFoot />}>
      <Answered query={money} lines={8}>
        {() =>
          line === undefined ? (
            <ErrorBox refusal={{ code: 'NOT_FOUND', message: '没找到这张上缴单' }} />
          ) : (
            <Slip branchName={person?.branchName ?? ''} line={line} />
          )
        }
      </Answered>
    </Page>
  )
}
