import type { Role } from '#shared/kernel/organisation'
import { restart } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { homeOf } from '../../kernel/tabs'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'

const organisers: readonly Role[] = ['secretary', 'groupLeader']

/** Somebody's card was scanned: what to do with it, and not a word about whose it is. Who counts members goes where they count. */
export function FoundCard() {
  const { person, who } = useSession()
  const organiser = organisers.find((role) => person?.roles.some((held) => held.role === role))
  const way =
    organiser === undefined
      ? { label: '回首页', onPress: () => restart('home') }
      : { label: '去现场', onPress: () => restart(homeOf(organiser, who)) }
  return <Page top="owner" owner="先锋连心" title="这是一张党员卡，请交给村委" foot={<Press kind="primary" {...way} />} />
}
