import type { ReactNode } from 'react'
import { useSession } from '../../kernel/session'
import { ErrorBox } from '../../ui/ErrorBox'
import { Skeleton } from '../../ui/Skeleton'
import { useIsOfficer } from './use-is-officer'

/** Group leaders may read how dues are kept, so these pages cannot wait for the server's no: what stands on them is the officers' to set. */
export function OfficerOnly({ children }: { readonly children: ReactNode }) {
  const { state, person, refresh } = useSession()
  const isOfficer = useIsOfficer()
  if (state === 'opening') return <Skeleton isSlow={false} />
  if (state === 'unreachable') return <ErrorBox unreachable onAgain={() => void refresh()} />
  if (person === undefined) return <ErrorBox refusal={{ code: 'SIGN_IN_FIRST', message: '还不知道您是哪位，请先认一下' }} />
  return isOfficer ? children : <ErrorBox refusal={{ code: 'NOT_ALLOWED', message: '这里只有支书和组织委员能看' }} />
}
