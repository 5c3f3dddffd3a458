import { useState } from 'react'
import { api } from '../../kernel/api'
import { now } from '../../kernel/clock'
import { restart } from '../../kernel/routes'
import { useCommand } from '../../kernel/use-command'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { PlanFields } from '../parts/PlanFields'
import { PlanFoot } from '../parts/PlanFoot'
import { gapsOf, keepDraft, keptDraft, type Plan, proposalFrom } from '../parts/plan'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { useIsSecretary } from '../parts/use-is-secretary'

/** S2 办一次党日: one form, most of it filled in from the last time. */
export default function PlanPage() {
  const isSecretary = useIsSecretary()
  const earlier = useQuery('themeday.list 12', () => api.themeday.list({ limit: 12 }))
  const creating = useCommand(api.themeday.create)
  const [edited, setEdited] = useState(keptDraft)
  const [isChecked, setChecked] = useState(false)
  const plan = edited ?? (earlier.data && proposalFrom(earlier.data.rows, now()))

  const edit = (next: Plan) => {
    keepDraft(next)
    setEdited(next)
    creating.reset()
  }
  const fix = async () => {
    setChecked(true)
    if (plan === undefined || Object.keys(gapsOf(plan)).length > 0) return
    if ((await creating.run(plan)) === undefined) return
    keepDraft(undefined)
    restart('month')
  }

  return (
    <Page title="定主题党日" foot={isSecretary && plan && <PlanFoot creating={creating} onPress={() => void fix()} />}>
      <SecretaryOnly>
        <Answered query={earlier} lines={6}>
          {() => plan && <PlanFields plan={plan} onChange={edit} gaps={isChecked ? gapsOf(plan) : {}} refusal={creating.refusal} />}
        </Answered>
      </SecretaryOnly>
    </Page>
  )
}
