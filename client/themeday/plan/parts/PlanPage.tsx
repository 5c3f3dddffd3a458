import { useState } from 'react'
import type { Answer } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { restart } from '../../../kernel/routes'
import { Field } from '../../../ui/Field'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { gapsOf, type Plan, planOf, proposalFrom } from '../../parts/plan'
import type { ThemeDay } from '../../parts/roll'
import { CancelSheet } from './CancelSheet'
import { PlanFields } from './PlanFields'
import { PlanFoot } from './PlanFoot'
import { keepDraft, keptDraft } from './plan-draft'
import { usePlanning } from './use-planning'
import { VoiceNote } from './VoiceNote'

interface PlanPageProps {
  /** The one that is changed. */
  readonly held: ThemeDay | undefined
  /** newest first */
  readonly rows: readonly ThemeDay[]
  readonly habits: Answer<'themeday', 'getHabits'>
  readonly onRenew: () => void
}

/** One form. Published, whoever has read it is told what has become of it. */
export function PlanPage({ held, rows, habits, onRenew }: PlanPageProps) {
  const id = held?.themeDayId
  const planning = usePlanning(held)
  const [edited, setEdited] = useState(() => keptDraft(id))
  const [words, setWords] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isCancelling, setCancelling] = useState(false)
  const plan = edited ?? (held === undefined ? proposalFrom(rows, habits.fixedDay, now()) : planOf(held))
  const isPublished = held?.stage === 'published'

  const edit = (next: Plan) => {
    keepDraft(id, next)
    setEdited(next)
    planning.reset()
  }
  const leave = () => {
    keepDraft(id, undefined)
    restart('month')
  }
  const finish = async (act: () => Promise<boolean>) => {
    setChecked(true)
    if (Object.keys(gapsOf(plan)).length === 0 && (await act())) leave()
  }
  const keep = async () => (await planning.keep(plan, words.trim())) !== undefined
  const renew = () => {
    keepDraft(id, undefined)
    setEdited(undefined)
    planning.reset()
    onRenew()
  }

  return (
    <Page
      title={isPublished ? '改这次党日' : '定主题党日'}
      foot={
        <PlanFoot
          planning={planning}
          label={isPublished ? '改好了' : '发布'}
          onPress={() => void finish(isPublished ? keep : () => planning.publish(plan))}
          onRenew={renew}
        />
      }
    >
      <PlanFields {...{ plan, rows, habits, held }} onChange={edit} gaps={isChecked ? gapsOf(plan) : {}} refusal={planning.refusal} />
      {held !== undefined && <VoiceNote themeDay={held} onChanged={onRenew} />}
      {isPublished ? (
        <>
          <Field label="给党员说一句（可以不写）" value={words} onChange={setWords} maxLength={120} placeholder="如：会议室改到一楼" />
          <Press kind="danger" label="取消这次党日" onPress={() => setCancelling(true)} />
        </>
      ) : (
        <Press kind="plain" label="先存着" disabled={planning.isRunning} onPress={() => void finish(keep)} />
      )}
      {isCancelling && held !== undefined && <CancelSheet themeDay={held} onDone={leave} onClose={() => setCancelling(false)} />}
    </Page>
  )
}
