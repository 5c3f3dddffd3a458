import { useState } from 'react'
import type { GrantedRole } from '#shared/kernel/organisation'
import { roleWords } from '#shared/organisation/words'
import { api } from '../../kernel/api'
import { back } from '../../kernel/routes'
import { IssuedCode } from '../../ui/IssuedCode'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { Result } from '../../ui/Result'
import { Sheet } from '../../ui/Sheet'
import { useMayIssue } from './use-seat'

interface GivenDoneProps {
  readonly personId: string
  readonly name: string
  readonly hasClaimed: boolean
  readonly role: GrantedRole
}

/** It stands; whoever has no phone here yet needs a code before anything else. */
export function GivenDone({ personId, name, hasClaimed, role }: GivenDoneProps) {
  const [isOpen, setOpen] = useState(false)
  const mayIssue = useMayIssue(role)
  return (
    <Page key="done" foot={<Press kind="plain" label="好了" onPress={back} />}>
      <Result
        kind="done"
        title="定好了"
        note={`${name}是${roleWords[role]}了${hasClaimed ? '，他的手机上马上就有' : `，他的手机要用新码认一次${mayIssue ? '' : '，码由管这个职务的上一级发'}`}`}
      >
        {!hasClaimed && mayIssue && <Press kind="primary" icon="qr-code" label="发认领码" onPress={() => setOpen(true)} />}
      </Result>
      {isOpen && (
        <Sheet title={`${name}的认领码`} onClose={() => setOpen(false)}>
          <IssuedCode what="认领码" issue={(options) => api.claims.issue({ personId }, options)} />
        </Sheet>
      )}
    </Page>
  )
}
