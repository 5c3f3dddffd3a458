import { useEffect } from 'react'
import { api } from '../../../kernel/api'
import { device } from '../../../kernel/device'
import { isNoVerdict } from '../../../kernel/passing'
import { useSession } from '../../../kernel/session'
import { useCommand } from '../../../kernel/use-command'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { ErrorBox } from '../../../ui/ErrorBox'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { goOn } from '../../parts/after-claim'
import { sendAgain } from '../../parts/check-ins'
import { NameCard } from '../../parts/NameCard'

interface IsItYouProps {
  readonly code: string
  readonly next: string | undefined
  readonly onAnotherCode: () => void
  /** There is no such code: it was mistyped. */
  readonly onWrongCode: () => void
}

/** The code names somebody: shown back before it counts, because it counts once. */
export function IsItYou({ code, next, onAnotherCode, onWrongCode }: IsItYouProps) {
  const { refresh, choosePerson } = useSession()
  const query = useQuery(`claims.look ${code}`, async () => {
    // Whoever holds a code is about to be known. With a token of its own the phone counts its own typing errors: a hall full
    // of people behind one address does not run out of tries together.
    await device.ensureToken()
    return api.claims.look({ code })
  })
  const bind = useCommand(api.claims.bind)
  useEffect(() => {
    // A true no: nothing has changed, and whoever this phone knows is known by the token from before. "Not now" says nothing about a try
    // whose answer was lost: both are kept until it is known which of them counts.
    if (bind.refusal !== undefined && !isNoVerdict(bind.refusal.code)) device.settleToken(false)
  }, [bind.refusal])
  const claim = async () => {
    // Whoever sat here before may have kept the token: from this claim on another one counts.
    const renewal = await device.renewToken()
    const done = await bind.run({ code, ...(renewal?.was === undefined ? {} : { was: renewal.was }) })
    if (done === undefined) return
    if (renewal !== undefined) device.setToken(renewal.token)
    device.settleToken(true)
    await refresh()
    choosePerson(done.personId)
    sendAgain(done.personId)
    goOn(next)
  }
  const another = { label: '换一个码', onPress: onAnotherCode }
  const full = { label: '看看认了哪四位', onPress: onAnotherCode }
  if (query.state === 'refused') {
    const action = query.refusal.code === 'CODE_UNKNOWN' ? { label: '改一改这个码', onPress: onWrongCode } : another
    return (
      <Page top="owner" owner="先锋连心" title="这个码认不了">
        <ErrorBox refusal={query.refusal} action={action} />
      </Page>
    )
  }
  const foot = query.state === 'ready' && (
    <>
      <Press kind="primary" size="large" label="是我" isBusy={bind.isRunning} busyLabel="正在认…" onPress={() => void claim()} />
      <Press kind="plain" label="不是我" disabled={bind.isRunning} onPress={onAnotherCode} />
    </>
  )
  return (
    <Page top="owner" owner="先锋连心" title="是您吗？" note="认一次就行，以后打开就是您" isNoteExtra foot={foot}>
      <Answered query={query}>
        {({ name, groupName, unitName }) => <NameCard name={name} place={[unitName, groupName].filter(Boolean).join(' · ')} />}
      </Answered>
      {bind.refusal && <ErrorBox isCommand refusal={bind.refusal} action={bind.refusal.code === 'PHONE_FULL' ? full : another} />}
      {bind.isUnreachable && <ErrorBox isCommand unreachable onAgain={() => void claim()} />}
    </Page>
  )
}
