import { sayDay } from '#shared/kernel/day'
import { sayCode } from '#shared/kernel/id'
import { device } from '../../kernel/device'
import { CodeTicket } from '../../ui/CodeTicket'

interface ClaimCodeProps {
  readonly code: string
  readonly name: string
  /** ms */
  readonly expiresAt: number
}

export function ClaimCode({ code, name, expiresAt }: ClaimCodeProps) {
  return (
    <CodeTicket
      caption={`${name}的认领码`}
      link={`${device.origin()}/s/${code}`}
      letters={sayCode(code)}
      until={[`${sayDay(expiresAt)}前用，`, '只能用一次']}
    />
  )
}
