import { useEffect } from 'react'
import { replace, restart } from '../../../kernel/routes'
import { useSession } from '../../../kernel/session'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'
import { Opening } from '../../parts/Opening'

/** A member holds up a check-in that their phone could not send: an organiser's phone takes it along, anybody else's does not. */
export function OthersCheckIn({ text }: { readonly text: string }) {
  const { state, person } = useSession()
  const isOrganiser = person?.roles.some(({ role }) => role === 'secretary' || role === 'groupLeader') ?? false
  useEffect(() => {
    const dot = text.indexOf('.')
    if (isOrganiser) replace('carry', { code: text.slice(0, dot), tail: text.slice(dot + 1) })
  }, [isOrganiser, text])
  if (state !== 'ready' || isOrganiser) return <Opening />
  return (
    <Page foot={<Press kind="primary" label="回首页" onPress={() => restart('home')} />}>
      <Result kind="refused" title="这是别人没传上去的签到" note="请给支书扫" />
    </Page>
  )
}
