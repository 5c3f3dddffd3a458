import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { Reply } from '#shared/kernel/contract'
import { sayDay } from '#shared/kernel/day'
import { sayCode } from '#shared/kernel/id'
import type { SendOptions } from '../kernel/api'
import { device } from '../kernel/device'
import { useCommand } from '../kernel/use-command'
import { CodeTicket } from './CodeTicket'
import { ErrorBox } from './ErrorBox'
import { Skeleton } from './Skeleton'

interface Issued {
  readonly code: string
  /** whose it is */
  readonly name: string
  /** ms */
  readonly expiresAt: number
}

interface IssuedCodeProps {
  /** Said after whose it is: 认领码. */
  readonly what: string
  readonly issue: (options: SendOptions) => Promise<Reply<Issued, string>>
  /** Above the code, once there is one. */
  readonly children?: ReactNode
}

/** Issues a code for one person as it opens: asking again gives the same one while it still runs. */
export function IssuedCode({ what, issue, children }: IssuedCodeProps) {
  const { run, refusal, isUnreachable } = useCommand((_: undefined, options: SendOptions) => issue(options))
  const [issued, setIssued] = useState<Issued>()
  const ask = useCallback(() => void run(undefined).then(setIssued), [run])
  useEffect(ask, [ask])
  if (issued === undefined) {
    if (refusal === undefined && !isUnreachable) return <Skeleton isSlow={false} lines={4} />
    return <ErrorBox refusal={refusal} unreachable={isUnreachable} onAgain={ask} />
  }
  const { code, name, expiresAt } = issued
  return (
    <>
      {children}
      <CodeTicket
        caption={`${name}的${what}`}
        link={`${device.origin()}/s/${code}`}
        letters={sayCode(code)}
        until={[`${sayDay(expiresAt)}前用，`, '只能用一次']}
      />
    </>
  )
}
