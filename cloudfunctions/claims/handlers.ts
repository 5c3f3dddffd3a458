import type { claims } from '#shared/claims/contract'
import type { Claim } from '#shared/claims/model'
import {
  claimAfterIssue,
  decideClaim,
  decideIssue,
  type HeldOffice,
  mayOpen,
  opensAll,
  printedUntil,
  sentUntil,
  type ToldBy,
} from '#shared/claims/rules'
import { accept, refuse } from '#shared/kernel/contract'
import { monthOf } from '#shared/kernel/day'
import { claimCodeLength, normaliseCode } from '#shared/kernel/id'
import { branchOf, officerRoles, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { Person } from '#shared/members/model'
import type { RoleGrant } from '#shared/organisation/model'
import type { MemberStore } from '../members/store'
import type { OrganisationStore } from '../organisation/store'
import { grantsIn } from '../roles/store'
import type { Chance } from '../runtime/chance'
import type { Transaction } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import { type Actor, actors, type Caller, type DeviceActors, deviceOf } from '../runtime/identity'
import { everyPage } from '../runtime/page'
import type { Recent } from '../runtime/recent'
import type { Tries } from '../runtime/tries'
import type { SystemStore } from '../systems/store'
import type { ThemeDayStore } from '../themeday/store'
import { bindDevice, letGoOf, moveDevice } from './binding'
import type { ClaimStore } from './store'
import { unbindingHandlers } from './unbinding'

export interface ClaimTools {
  readonly claims: ClaimStore
  readonly devices: Recent<DeviceActors>
  readonly chance: Chance
  readonly members: MemberStore
  readonly organisation: OrganisationStore
  readonly themeDays: ThemeDayStore
  readonly systems: SystemStore
  readonly tries: Tries
}

export interface Issuing {
  readonly made: Made
  /** as read in this transaction */
  readonly person: Person
  /** ms */
  readonly until: number
  /** found entitled to open everything the person holds */
  readonly tellers: ToldBy
  readonly forNewPhone?: boolean | undefined
}

/** Gives a person a code, or the one they were given before while it still runs. */
export async function issueTo(
  tx: Transaction,
  { claims: store, members }: Pick<ClaimTools, 'claims' | 'members'>,
  { made, person, until, tellers, forNewPhone = false }: Issuing,
): Promise<{ readonly code: string; readonly expiresAt: number }> {
  const { _id: personId, claim } = person
  // The very request that gave the present code is asked again, its answer lost: the code may have been used meanwhile.
  if (claim?.requestId === made.requestId) return { code: store.codeOf(personId, claim.serial), expiresAt: claim.expiresAt }
  const { expiresAt, toldBy, ...next } = claimAfterIssue({ now: made.at, until, tellers }, claim)
  const serial = await store.insertFrom(tx, made, personId, next.serial)
  await members.putPerson(tx, {
    ...person,
    claim: { serial, expiresAt, requestId: made.requestId, toldBy, ...(forNewPhone ? { replaces: true } : {}) },
  })
  return { code: store.codeOf(personId, serial), expiresAt }
}

/** Whoever asks for a code of their own is let in no further than the phone on which they ask was. */
async function tellersOf(tx: Transaction, { device, personId, grants }: Actor, person: Person): Promise<ToldBy> {
  if (person._id !== personId) return [grants.filter(({ role }) => role !== 'member').map(({ role, unitId }) => ({ role, unitId }))]
  const known = (await tx.get(actors, device))?.persons.find((one) => one.personId === personId)
  return known?.bound?.toldBy ?? []
}

/** Only of the present code: an older one is used up whatever its bearer may do. */
function isOutgrown({ claim }: Person, { serial }: Claim, offices: readonly HeldOffice[]): boolean {
  return claim?.serial === serial && claim.usedAt === undefined && !opensAll(claim.toldBy, offices)
}

export function claimHandlers(tools: ClaimTools): FeatureHandlers<typeof claims> {
  const { claims: store, members, organisation, themeDays, systems, tries, devices } = tools

  /** Whose it is, as said on a code's slip and on the screen that asks 是您吗？ */
  const describe = async ({ name, unitId, groupId }: Person) => {
    const plates = await organisation.nameplates(groupId === undefined ? [unitId] : [unitId, groupId])
    const group = groupId === undefined ? undefined : plates.get(groupId)
    return { name, unitName: plates.get(unitId)?.name ?? '', ...(group === undefined ? {} : { groupName: group.name }) }
  }

  /** Typed code → claim and person; a code that leads nowhere is counted against the caller. */
  const open = (typed: string, caller: Caller, now: number) =>
    tries.lookUp({ caller, now }, async (): Promise<{ claim: Claim; person: Person } | undefined> => {
      const code = normaliseCode(typed, claimCodeLength)
      const claim = code === undefined ? undefined : await store.find(code)
      const person = claim === undefined ? undefined : await members.personOfClaim(claim)
      return claim === undefined || person === undefined ? undefined : { claim, person }
    })

  /** Every office of the person, now or later, as it stands in the transaction. */
  const officesOf = async (tx: Transaction, person: Person, found: readonly RoleGrant[], now: number): Promise<readonly HeldOffice[]> =>
    organisation.officesIn(tx, await grantsIn(tx, person, found), now)

  /** When a sheet printed now runs out: three days after the branch's next theme day. */
  const sheetUntil = async (scope: Scope, branchId: string, now: number): Promise<number> => {
    const listed = await systems.whileOn('themeday', now, () => themeDays.list(scope, branchId, { limit: 12 }))
    const rows = (listed?.rows ?? []).filter(({ stage }) => stage === 'published')
    const next = rows.filter((day) => day.endsAt > now).at(-1)
    const isThisMonthOver = rows.some((day) => day.month === monthOf(now) && day.endsAt <= now)
    return printedUntil(now, { isThisMonthOver, ...(next === undefined ? {} : { nextStartsAt: next.startsAt }) })
  }

  return {
    ...unbindingHandlers(tools),

    issue: async ({ scope, actor, input, made, now, transact }) => {
      const found = await members.findPerson(scope, input.personId)
      if (found === undefined) return refuse('NOT_FOUND')
      const [grants, whose] = await Promise.all([organisation.grantsNotNamed(found), describe(found)])
      return transact(async (tx) => {
        const person = await members.getPerson(tx, found._id)
        if (person === undefined) return refuse('NOT_FOUND')
        const offices = await officesOf(tx, person, grants, now)
        const tellers = await tellersOf(tx, actor, person)
        const home = [{ role: 'secretary' as const, unitId: person.branchId ?? '' }]
        const decision = decideIssue({
          // By the office, not by the reach: a town reaches its members too, and leaves their codes to the secretary.
          isFromBranch: actor.grants.some(({ role, branchId }) => role === 'secretary' && branchId === person.branchId),
          isOfficer: offices.some(({ role }) => officerRoles.includes(role)) || !mayOpen(home, offices),
          isAbove: !opensAll(tellers, offices),
        })
        if (!decision.ok) return decision
        const issued = await issueTo(tx, tools, { made, person, until: sentUntil(now), tellers, forNewPhone: input.replaces })
        return accept({ ...whose, ...issued })
      })
    },

    issueSheet: async ({ scope, actor, input, made, now, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined) return refuse('NOT_FOUND')
      const [branch, groups, persons, until] = await Promise.all([
        organisation.nameplate(branchId),
        organisation.listGroups(scope, branchId),
        everyPage((after) => members.listPersons(scope, branchId, { ...after, limit: 100 })),
        sheetUntil(scope, branchId, now),
      ])
      const group = groups.find(({ _id }) => _id === input.groupId)
      if (branch === undefined || (input.groupId !== undefined && group === undefined)) return refuse('NOT_FOUND')
      const wanted = persons.filter((person) => input.groupId === undefined || person.groupId === input.groupId)
      const grants = await Promise.all(wanted.map((person) => organisation.grantsNotNamed(person)))
      /** Who is known on a phone needs none, and who holds an office further up has theirs from there. */
      const codeFor = async (tx: Transaction, person: Person, found: readonly RoleGrant[]) => {
        if (person.devices.length > 0) return {}
        const offices = await officesOf(tx, person, found, now)
        const tellers = await tellersOf(tx, actor, person)
        if (!opensAll(tellers, offices)) return { isAbove: true as const }
        return { code: (await issueTo(tx, tools, { made, person, until, tellers })).code }
      }
      return transact(async (tx) => {
        const rows = []
        for (const [place, { _id: personId }] of wanted.entries()) {
          const person = await members.getPerson(tx, personId)
          if (person === undefined) continue
          const groupName = groups.find(({ _id }) => _id === person.groupId)?.name
          const code = await codeFor(tx, person, grants[place] ?? [])
          rows.push({ personId, name: person.name, ...(groupName === undefined ? {} : { groupName }), ...code })
        }
        return accept({ branchName: branch.name, ...(group === undefined ? {} : { groupName: group.name }), expiresAt: until, rows })
      })
    },

    look: async ({ input, caller, now }) => {
      const opened = await open(input.code, caller, now)
      if (!opened.ok) return opened
      const { claim, person } = opened.data
      if (isOutgrown(person, claim, await organisation.officesOf(person, now))) return refuse('CODE_OUTGROWN')
      const isKnownHere = caller.device !== undefined && person.claim?.usedBy === caller.device && person.devices.includes(caller.device)
      const decision = decideClaim({
        now,
        serial: claim.serial,
        isKnownHere,
        ...(person.claim === undefined ? {} : { claim: person.claim }),
      })
      return decision.ok ? accept({ personId: person._id, ...(await describe(person)) }) : decision
    },

    bind: async ({ input, caller, made, now, transact }) => {
      const { device } = caller
      if (device === undefined) return refuse('SIGN_IN_FIRST')
      const opened = await open(input.code, caller, now)
      if (!opened.ok) return opened
      const { claim } = opened.data
      const [grants, described] = await Promise.all([organisation.grantsNotNamed(opened.data.person), describe(opened.data.person)])
      const whose = { personId: claim.personId, ...described }
      // WeChat itself says whose phone it is: there is no token to leave behind.
      const before = input.was === undefined || made.via === 'weapp' ? undefined : deviceOf(input.was)
      const outcome = await transact(async (tx) => {
        // Read again inside: of two phones that tap at once with one code, one is too late.
        const person = await members.getPerson(tx, claim.personId)
        if (person?.claim === undefined) return refuse('CODE_USED')
        // Whoever gave the code may not have been able to give what the person has become since.
        if (isOutgrown(person, claim, await officesOf(tx, person, grants, now))) return refuse('CODE_OUTGROWN')
        const isKnownHere = person.claim.usedBy === device && person.devices.includes(device)
        const decision = decideClaim({ now, serial: claim.serial, isKnownHere, claim: person.claim })
        if (!decision.ok) return decision
        if (decision.data === 'again') return accept(whose)
        // Only a code that opens something moves anybody: a used slip is no way to a fresh token that counts as known.
        const moved = before === undefined ? accept(true) : await moveDevice(tx, members, before, device)
        if (!moved.ok) return moved
        const here = await members.getPerson(tx, claim.personId)
        if (here === undefined) return refuse('CODE_USED')
        const known = person.claim.replaces === true ? await letGoOf(tx, here, (other) => other !== device) : here
        const used = { ...known, claim: { ...person.claim, usedAt: now, usedBy: device } }
        const bound = await bindDevice(tx, members, { made, device, person: used, grants, toldBy: person.claim.toldBy ?? [] })
        return bound.ok ? accept(whose) : bound
      })
      for (const known of [...opened.data.person.devices, before, device]) if (known !== undefined) devices.forget(known)
      return outcome
    },
  }
}
