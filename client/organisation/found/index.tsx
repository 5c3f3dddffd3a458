import { useState } from 'react'
import { api } from '../../kernel/api'
import { back, useParams } from '../../kernel/routes'
import { useCommand } from '../../kernel/use-command'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { committeeOf, type Draft, draftUnder, type Founded, gapsOf, keepDraft, phoneOf } from '../parts/draft'
import { FoundDone } from '../parts/FoundDone'
import { FoundForm } from '../parts/FoundForm'
import { ReviewFoot } from '../parts/ReviewFoot'
import { RosterReview } from '../parts/RosterReview'
import { reviewOf } from '../parts/roster-review'

/** T6 建一个支部: paste the names, look at what was understood, and only then store it. */
export default function FoundPage() {
  const params = useParams('found')
  const [draft, setDraft] = useState(() => draftUnder(params))
  const [step, setStep] = useState<'write' | 'look'>('write')
  const [isChecked, setChecked] = useState(false)
  const [founded, setFounded] = useState<Founded>()
  const founding = useCommand(api.organisation.foundBranch)
  const review = reviewOf(draft.pasted, draft.twins)

  const edit = (next: Draft) => {
    keepDraft(next)
    setDraft(next)
    founding.reset()
  }
  const look = () => {
    setChecked(true)
    if (Object.keys(gapsOf(draft)).length === 0) setStep('look')
  }
  const found = async () => {
    const phone = phoneOf(draft)
    const answer = await founding.run({
      committee: committeeOf(draft),
      name: draft.name,
      ...(phone === '' ? {} : { phone }),
      members: [...review.people],
    })
    if (answer === undefined) return
    keepDraft(undefined)
    setFounded(answer)
  }

  // Each step is a page of its own: the key lets it begin at its top.
  if (founded !== undefined) {
    return (
      <Page key="done" foot={<Press kind="plain" label="好了" onPress={back} />}>
        <FoundDone founded={founded} branchName={draft.name} groupCount={review.groups.length} />
      </Page>
    )
  }
  if (step === 'write') {
    return (
      <Page key="write" title="建一个支部" foot={<Press kind="primary" label="看一眼再存" onPress={look} />}>
        <FoundForm draft={draft} onChange={edit} gaps={isChecked ? gapsOf(draft) : {}} />
      </Page>
    )
  }
  const foot = <ReviewFoot review={review} founding={founding} onFound={() => void found()} onBack={() => setStep('write')} />
  return (
    <Page key="look" title="看一眼再存" note="还没有存，改好了再建" isNoteExtra foot={foot} footOn="white">
      <RosterReview
        branchName={draft.name}
        review={review}
        onAnswer={(line, twin) => edit({ ...draft, twins: { ...draft.twins, [line]: twin } })}
      />
    </Page>
  )
}
