import { useState } from 'react'
import { type GrantedRole, heldAt } from '#shared/kernel/organisation'
import { roleWords } from '#shared/organisation/words'
import { grantedRoles, mayGrant, membersOnly } from '#shared/roles/rules'
import { officeWords } from '#shared/roles/words'
import { api } from '../../kernel/api'
import { useParams } from '../../kernel/routes'
import { useCommand } from '../../kernel/use-command'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Choice } from '../../ui/Choice'
import { Failed } from '../../ui/Failed'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { GivenDone } from '../parts/GivenDone'
import { GroupChoice } from '../parts/GroupChoice'
import { TermFields, termOf } from '../parts/TermFields'
import { useSeat } from '../parts/use-seat'
import { type Who, WhoChoice } from '../parts/WhoChoice'

/** Refusals that are about the last day, and said there. */
const aboutTerm = ['ENDS_FIRST', 'TERM_TOO_LONG', 'ACTING_NEEDS_DATES', 'ACTING_TOO_LONG']

/** S17 定一个身份: what for, who, until when. */
export default function GivePage() {
  const { unitId, offices } = useSeat(useParams('give').unitId)
  const unit = useQuery(unitId && `organisation.getUnit ${unitId}`, () => api.organisation.getUnit({ unitId: unitId ?? '' }))
  const [role, setRole] = useState<GrantedRole>()
  const [groupId, setGroup] = useState<string>()
  const [who, setWho] = useState<Who>()
  const [term, setTerm] = useState({ kind: 'open' as 'open' | 'until' | 'acting', from: '', until: '' })
  const [isChecked, setChecked] = useState(false)
  const [given, setGiven] = useState<{ personId: string; name: string; hasClaimed: boolean }>()
  const granting = useCommand(api.roles.grant)
  const where = role === 'groupLeader' ? groupId : unitId
  const said = granting.refusal
  const isAboutTerm = said !== undefined && aboutTerm.includes(said.code)

  const give = async () => {
    setChecked(true)
    const wanted = termOf(term)
    if (role === undefined || where === undefined || who === undefined || wanted === undefined) return
    const to = 'personId' in who ? { personId: who.personId } : { name: who.name }
    setGiven(await granting.run({ unitId: where, role, to, ...wanted }))
  }

  if (given !== undefined && role !== undefined) return <GivenDone {...given} role={role} />
  return (
    <Page
      title="定一个身份"
      {...(unit.data === undefined ? {} : { note: unit.data.name })}
      foot={
        role !== undefined && (
          <>
            {!isAboutTerm && <Failed command={granting} />}
            <Press kind="primary" label="定下来" isBusy={granting.isRunning} busyLabel="正在定…" onPress={() => void give()} />
          </>
        )
      }
    >
      <Answered query={unit} lines={5}>
        {({ level }) => {
          const open = grantedRoles.filter((one) => mayGrant(offices, one) && isHeldIn(one, level))
          const change = (next: GrantedRole) => {
            granting.reset()
            setWho(undefined)
            setRole(next)
          }
          return (
            <>
              <Choice
                label="什么身份"
                options={open.map((one) => ({ value: one, title: roleWords[one], note: officeWords[one] }))}
                value={role}
                onChange={change}
              />
              {role === 'groupLeader' && level === 'branch' && <GroupChoice branchId={unitId ?? ''} value={groupId} onChange={setGroup} />}
              {role !== undefined && where !== undefined && (
                <>
                  <WhoChoice
                    label="叫什么"
                    key={`${role} ${where}`}
                    unitId={where}
                    mayBeOutside={!membersOnly.includes(role)}
                    who={who}
                    onChange={setWho}
                    gap={isChecked && who === undefined ? '还没点是哪一位' : undefined}
                  />
                  <TermFields term={term} onChange={setTerm} problem={termProblem()} />
                </>
              )}
            </>
          )
        }}
      </Answered>
    </Page>
  )

  function termProblem(): string | undefined {
    if (isAboutTerm) return said?.message
    return isChecked && termOf(term) === undefined ? '还没写日子' : undefined
  }
}

/** A leader's office is held in a group, but given where the groups are looked at. */
function isHeldIn(role: GrantedRole, level: (typeof heldAt)[GrantedRole][number]): boolean {
  return heldAt[role].includes(level) || (role === 'groupLeader' && level === 'branch')
}
