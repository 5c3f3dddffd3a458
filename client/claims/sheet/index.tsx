import { useCallback, useEffect, useState } from 'react'
import { type Answer, api } from '../../kernel/api'
import { useParams } from '../../kernel/routes'
import { useCommand } from '../../kernel/use-command'
import { ErrorBox } from '../../ui/ErrorBox'
import { OnlyHere } from '../../ui/OnlyHere'
import { Page } from '../../ui/Page'
import { PrintFoot } from '../../ui/PrintFoot'
import { Skeleton } from '../../ui/Skeleton'
import { Slips } from '../parts/Slips'

/** 认领码 on paper: eight slips a sheet to cut apart. On a phone they lie one under the other. */
export default function SheetPage() {
  const { groupId } = useParams('sheet')
  const { run, refusal, isUnreachable } = useCommand(api.claims.issueSheet)
  const [issued, setIssued] = useState<Answer<'claims', 'issueSheet'>>()
  // A slip handed out stays good: asking again gives the same codes, so opening the page may ask by itself.
  const ask = useCallback(() => void run(groupId ? { groupId } : {}).then(setIssued), [run, groupId])
  useEffect(ask, [ask])
  const hasSlips = issued?.rows.some((row) => row.code !== undefined) ?? false
  return (
    <Page width="desk" foot={hasSlips && <PrintFoot />}>
      {issued !== undefined ? (
        <>
          <OnlyHere />
          <Slips sheet={issued} />
        </>
      ) : refusal !== undefined || isUnreachable ? (
        <ErrorBox refusal={refusal} unreachable={isUnreachable} onAgain={ask} />
      ) : (
        <Skeleton isSlow={false} lines={8} />
      )}
    </Page>
  )
}
