import { useSession } from '../../kernel/session'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'

/** While it is not known who asks, or nobody is known who holds an office. */
export function NoSeat({ title }: { readonly title: string }) {
  const { state, person, refresh } = useSession()
  return (
    <Page title={title}>
      {state === 'opening' ? (
        <Skeleton isSlow={false} />
      ) : state === 'unreachable' ? (
        <ErrorBox unreachable onAgain={() => void refresh()} />
      ) : person === undefined ? (
        <ErrorBox refusal={{ code: 'SIGN_IN_FIRST', message: '还不知道您是哪位，请先认一下' }} />
      ) : (
        <ErrorBox refusal={{ code: 'NOT_ALLOWED', message: '这里不归您管，有事请打给支书' }} />
      )}
    </Page>
  )
}
