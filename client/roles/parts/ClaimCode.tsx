import { useCallback, useEffect, useState } from 'react'
import { sayDay } from '#shared/kernel/day'
import { sayCode } from '#shared/kernel/id'
import { type Answer, api } from '../../kernel/api'
import { device } from '../../kernel/device'
import { useCommand } from '../../kernel/use-command'
import { CodeTicket } from '../../ui/CodeTicket'
import { ErrorBox } from '../../ui/ErrorBox'
import { Skeleton } from '../../ui/Skeleton'

type Issued = Answer<'claims', 'issue'>

/** Issues the code of whoever holds an office as it opens: asking again gives the same one while it still runs. */
export function ClaimCode({ personId }: { readonly personId: string }) {
  const { run, refusal, isUnreachable } = useCommand(api.claims.issue)
  const [issued, setIssued] = useState<Issued>()
  const ask = useCallback(() => void run({ personId }).then(setIssued), [run, personId])
  useEffect(ask, [ask])
  if (issued !== undefined) return <Code issued={issued} />
  if (refusal === undefined && !isUnreachable) return <Skeleton isSlow={false} lines={4} />
  return <ErrorBox refusal={refusal} unreachable={isUnreachable} onAgain={ask} />
}

function Code({ issued: { code, name, expiresAt } }: { readonly issued: Issued }) {
  return (
    <CodeTicket
      caption={`${name}的认领码`}
      link={`${device.origin()}/s/${code}`}
      letters={sayCode(code)}
      until={[`${sayDay(expiresAt)}前用，`, '只能用一次']}
    />
  )
}
