/** S13, the book 党费: the papers of a year, and every receipt by its number. */
import { useState } from 'react'
import { api } from '../../kernel/api'
import { go } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { SaveTable } from '../../ui/SaveTable'
import { Skeleton } from '../../ui/Skeleton'
import { useIsInspector } from '../parts/use-is-inspector'
import { useIsOfficer } from '../parts/use-is-officer'
import { useThisYear } from '../parts/use-this-year'
import { YearPicker } from '../parts/YearPicker'
import { shiftYear } from '../parts/year-month'
import { EntryList } from './parts/EntryList'

/** Years back that are worth a tap; older ones lie in print. */
const yearsBack = 5

export default function BookPage() {
  const { state, refresh } = useSession()
  const isOfficer = useIsOfficer()
  const isInspector = useIsInspector()
  return (
    <Page title="党费簿">
      {isOfficer || isInspector ? (
        <Years isOfficer={isOfficer} />
      ) : state === 'opening' ? (
        <Skeleton isSlow={false} />
      ) : state === 'unreachable' ? (
        <ErrorBox unreachable onAgain={() => void refresh()} />
      ) : (
        <ErrorBox refusal={{ code: 'NOT_ALLOWED', message: '这里只有支书、组织委员和纪检委员能看' }} />
      )}
    </Page>
  )
}

function Years({ isOfficer }: { readonly isOfficer: boolean }) {
  const thisYear = useThisYear()
  const [chosen, choose] = useState<string>()
  const year = chosen ?? thisYear
  return (
    <>
      <YearPicker year={year} from={shiftYear(thisYear, -yearsBack)} to={thisYear} onChange={choose} />
      <Card kind="list">
        <Row
          icon="file-text"
          isStrong
          title="党费收缴登记册"
          note={isOfficer ? '每位十二个月，能打印' : '看一次记一次，党员会看到您看过'}
          onPress={() => go('duesRegister', { year })}
        />
        <Row icon="list" isStrong title="收支表" note="只有总数，一年公布一次" onPress={() => go('duesSheet', { year })} />
        {isOfficer && (
          <Row icon="pencil" isStrong title="核定表" note="每位每月交多少，凭哪一条" onPress={() => go('approvalSheet', { year })} />
        )}
        <Row icon="building" isStrong title="上缴和使用" note="上缴、返还、使用的每一笔" onPress={() => go('handIn')} />
      </Card>
      {isOfficer && (
        <>
          <SaveTable key={year} send={api.dues.exportRegister} input={{ year }} />
          <EntryList key={`entries ${year}`} year={year} />
        </>
      )}
    </>
  )
}
