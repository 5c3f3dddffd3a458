import type { ReactNode } from 'react'
import { useSession } from '../../kernel/session'
import { ErrorBox } from '../../ui/ErrorBox'
import { Skeleton } from '../../ui/Skeleton'
import { useIsSecretary } from './use-is-secretary'

/** Members may read theme days, so these pages cannot wait for the server's no: what stands on them is the secretary's to do. */
export function SecretaryOnly({ children }: { readonly children: ReactNode }) {
  const { state, person, refresh } = useSession()
  const isSecretary = useIsSecretary()
  if (state === 'opening') return <Skeleton isSlow={false} />
  if (state === 'unreachable') return <ErrorBox unreachable onAgain={() => void refresh()} />
  if (person === undefined) return <ErrorBox refusal={{ code: 'SIGN_IN_FIRST', message: '还不知道您是哪位，请先认一下' }} />
  return isSecretary ? children : <ErrorBox refusal={{ code: 'NOT_ALLOWED', message: '这里只有支书能看' }} />
}
