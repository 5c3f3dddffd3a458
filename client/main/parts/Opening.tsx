import { useSession } from '../../kernel/session'
import { useSlow } from '../../kernel/use-slow'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'

/** While it is not yet known whose phone this is, or cannot be asked. */
export function Opening() {
  const { state, refresh } = useSession()
  const isSlow = useSlow(state === 'opening')
  return (
    <Page top="owner" owner="先锋连心">
      {state === 'unreachable' ? <ErrorBox unreachable onAgain={() => void refresh()} /> : <Skeleton isSlow={isSlow} />}
    </Page>
  )
}
