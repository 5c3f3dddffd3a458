import { View } from '@tarojs/components'
import { useState } from 'react'
import { themeDayTitle } from '#shared/themeday/ids'
import { type Answer, api } from '../../../kernel/api'
import { back } from '../../../kernel/routes'
import { useCommand } from '../../../kernel/use-command'
import { headingOf } from '../../../ui/aria'
import { Failed } from '../../../ui/Failed'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import type { ThemeDay } from '../../parts/roll'
import { Attachments } from './Attachments'
import { Decisions } from './Decisions'
import { gapOf, keepMinutes, keptMinutes, type MinutesForm, minutesFormOf, minutesInputOf } from './minutes-form'
import { PartNotes } from './PartNotes'
import { Quorum } from './Quorum'
import './minutes.scss'

interface MinutesPageProps {
  readonly themeDay: ThemeDay
  readonly minutes: Answer<'themeday', 'getMinutes'>
  readonly onRenew: () => void
}

/** One form under one version: what somebody else has written meanwhile is looked at before it is written over. */
export function MinutesPage({ themeDay, minutes, onRenew }: MinutesPageProps) {
  const { themeDayId, month, parts } = themeDay
  const [form, setForm] = useState(() => keptMinutes(themeDayId) ?? minutesFormOf(minutes, parts))
  const [isChecked, setChecked] = useState(false)
  const writing = useCommand(api.themeday.writeMinutes)
  const edit = (next: MinutesForm) => {
    keepMinutes(themeDayId, next)
    setForm(next)
    writing.reset()
  }
  const keep = async () => {
    setChecked(true)
    if (form.decisions.some((decision) => gapOf(decision) !== undefined)) return
    if ((await writing.run({ themeDayId, version: minutes.version, ...minutesInputOf(form) })) === undefined) return
    keepMinutes(themeDayId, undefined)
    back()
  }
  const renew = () => {
    keepMinutes(themeDayId, undefined)
    onRenew()
  }
  return (
    <Page
      title="记录"
      note={themeDayTitle(month)}
      foot={
        <>
          <Failed command={writing} {...(writing.refusal?.code === 'STALE' ? { action: { label: '看改过的', onPress: renew } } : {})} />
          <Press kind="primary" label="存下来" isBusy={writing.isRunning} busyLabel="正在存…" onPress={() => void keep()} />
        </>
      }
    >
      <View className="t-title" {...headingOf(2)}>
        五项内容
      </View>
      <PartNotes parts={form.parts} onChange={(next) => edit({ ...form, parts: next })} />
      <View className="t-title" {...headingOf(2)}>
        议事的决议
      </View>
      <Quorum themeDayId={themeDayId} />
      <Decisions decisions={form.decisions} isChecked={isChecked} onChange={(next) => edit({ ...form, decisions: next })} />
      <Attachments themeDayId={themeDayId} />
    </Page>
  )
}
