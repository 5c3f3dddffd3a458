/** Adding, editing and taking off a member, and looking at a number. */
import { accept, refuse } from '#shared/kernel/contract'
import { dayOf, monthOf } from '#shared/kernel/day'
import { branchOf, type Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { members } from '#shared/members/contract'
import { addedKey } from '#shared/members/ids'
import type { Member } from '#shared/members/model'
import { decideArrival, decideDay, decideDays, decideFresh, decideRegister, decideTwin } from '#shared/members/rules'
import { isOver } from '#shared/roles/rules'
import { letGoOf, rewriteDevices } from '../claims/binding'
import type { OrganisationStore } from '../organisation/store'
import { grantsIn } from '../roles/store'
import type { Chance } from '../runtime/chance'
import { Busy } from '../runtime/database'
import type { FeatureHandlers } from '../runtime/handlers'
import type { DeviceActors } from '../runtime/identity'
import type { Recent } from '../runtime/recent'
import type { SystemStore } from '../systems/store'
import type { CardStore } from './card-store'
import { editedMember, personAfter, personGone } from './edits'
import type { Numbered } from './finding'
import { namesRegister } from './register'
import { type MemberStore, newMember } from './store'

export interface MemberTools {
  readonly members: MemberStore
  readonly cards: CardStore
  readonly organisation: OrganisationStore
  readonly systems: SystemStore
  readonly devices: Recent<DeviceActors>
  readonly chance: Chance
}

type Writing = Pick<FeatureHandlers<typeof members>, 'add' | 'update' | 'remove' | 'revealPhone'>

export function writingHandlers({ members: store, organisation, systems, devices, chance }: MemberTools): Writing {
  const isGroupOf = async (scope: Scope, branchId: string, groupId: string | null | undefined): Promise<boolean> => {
    if (groupId === undefined || groupId === null) return true
    const group = await organisation.find(scope, groupId)
    return group?.level === 'group' && group.branchId === branchId && group.closedAt === undefined
  }
  const withPhone = (phone: string | null | undefined) =>
    phone === undefined || phone === null ? Promise.resolve([]) : store.withPhone(phone)

  /** Refused or written, the answer tells whether somebody of this name has this number: it is counted before, and a hit is told to them. */
  const askFirst = async (phone: string | null | undefined, made: Made, name: string, samePhone: readonly Numbered[]) =>
    typeof phone === 'string'
      ? store.match(
          made,
          samePhone.filter((one) => one.name === name),
        )
      : accept(true as const)

  return {
    add: async ({ scope, input, made, now, transact }) => {
      const branchId = branchOf(scope)
      if (branchId === undefined || !(await isGroupOf(scope, branchId, input.groupId))) return refuse('NOT_FOUND')
      const { name, groupId, phone, membership, joinedOn, isNamesake = false } = input
      const day = decideDay(joinedOn, dayOf(now))
      if (!day.ok) return day
      const [branch, samePhone, sameNameHere, initialsOf] = await Promise.all([
        organisation.find(scope, branchId),
        withPhone(phone),
        store.countNamesakes(scope, branchId, name),
        store.openInitials(),
      ])
      const asking = await askFirst(phone, made, name, samePhone)
      if (!asking.ok) return asking
      const decision = decideArrival({ name, branchId, samePhone, sameNameHere, isNamesake })
      if (!decision.ok) return decision
      const [personId, memberId] = [chance.id(), chance.id()]
      const place = { branchId, ...(groupId === undefined ? {} : { groupId }), sortKey: addedKey(now, memberId) }
      const member: Member = {
        ...newMember(made, { _id: memberId, personId, name, ...place }, initialsOf(name)),
        membership,
        ...(joinedOn === undefined ? {} : { joinedOn }),
        ...(phone === undefined ? {} : store.sealedPhone(memberId, phone)),
      }
      return transact(async (tx) => {
        // Counted where the person goes, so that neither is closed meanwhile nor the same name written by two officers at once.
        const received = await organisation.receive(tx, branchId)
        if (received === undefined || (groupId !== undefined && (await organisation.receive(tx, groupId)) === undefined)) {
          return refuse('NOT_FOUND')
        }
        if (received.arrivals !== (branch?.arrivals ?? 0) + 1) throw new Busy()
        const taken = await store.takePlace(tx, undefined, member)
        if (!taken.ok) return taken
        await store.insertPerson(tx, { _id: personId, v: 1, made, name, unitId: branchId, memberId, devices: [], grantIds: [], ...place })
        await store.insertMember(tx, member)
        if (phone !== undefined) await store.wroteIn(tx, made)
        return accept({ memberId, personId })
      })
    },

    update: async ({ scope, input: { memberId, version, ...changes }, made, now, transact }) => {
      const seen = await store.findMember(scope, memberId)
      if (seen === undefined || !(await isGroupOf(scope, seen.branchId, changes.groupId))) return refuse('NOT_FOUND')
      if (namesRegister(changes)) {
        const isOn = await systems.isOn('registerFields', undefined, now)
        const register = decideRegister({ birthMonth: changes.birthMonth, isOn, thisMonth: monthOf(now) })
        if (!register.ok) return register
      }
      const name = changes.name ?? seen.name
      const after = editedMember(store, seen, changes, seen.initials)
      const days = decideDays({ joinedOn: after.joinedOn, confirmedOn: after.confirmedOn, today: dayOf(now) })
      if (!days.ok) return days
      // A new name beside the number that is there asks the same as a new number beside the name.
      const there = store.phoneOf(seen)
      const isRenamed = changes.name !== undefined && changes.name !== seen.name
      const asked = changes.phone === undefined && isRenamed && typeof there === 'object' ? there.phone : changes.phone
      const samePhone = (await withPhone(asked)).filter(({ _id }) => _id !== memberId)
      const asking = await askFirst(asked, made, name, samePhone)
      if (!asking.ok) return asking
      const twin = decideTwin({ name, branchId: seen.branchId, samePhone })
      if (!twin.ok) return twin
      const [initialsOf, grants] = await Promise.all([store.openInitials(), organisation.grantsOfPerson(seen.personId)])
      const outcome = await transact(async (tx) => {
        const member = await store.getMember(tx, memberId)
        const fresh = decideFresh({ stored: member?.version, seen: version })
        const person = member && (await store.getPerson(tx, member.personId))
        if (!fresh.ok || member === undefined || person === undefined) return refuse('STALE')
        const edited = editedMember(store, member, changes, initialsOf(name))
        const { groupId } = edited
        const isMoving = groupId !== undefined && groupId !== member.groupId
        if (isMoving && (await organisation.receive(tx, groupId)) === undefined) return refuse('NOT_FOUND')
        const taken = await store.takePlace(tx, member, edited)
        if (!taken.ok) return taken
        await store.putMember(tx, edited)
        if (typeof changes.phone === 'string') await store.wroteIn(tx, made)
        if (edited.name === member.name && edited.groupId === member.groupId) return accept({ version: edited.version })
        const renamed = personAfter(person, edited)
        await store.putPerson(tx, renamed)
        await rewriteDevices(tx, renamed, grants, now)
        return accept({ version: edited.version })
      })
      await forgetDevices(scope, seen)
      return outcome
    },

    remove: async ({ scope, input: { memberId, version, reason }, made, now, transact }) => {
      const seen = await store.findMember(scope, memberId)
      if (seen === undefined) return refuse('NOT_FOUND')
      const grants = await organisation.grantsOfPerson(seen.personId)
      const known = await store.findPerson(scope, seen.personId)
      const outcome = await transact(async (tx) => {
        const member = await store.getMember(tx, memberId)
        const fresh = decideFresh({ stored: member?.version, seen: version })
        const person = member && (await store.getPerson(tx, member.personId))
        if (!fresh.ok || member === undefined || person === undefined) return refuse('STALE')
        if ((await grantsIn(tx, person, grants)).some((grant) => !isOver(grant, now))) return refuse('HOLDS_ROLE', { name: member.name })
        await store.putPerson(tx, personGone(await letGoOf(tx, person, () => true)))
        await store.takePlace(tx, member, undefined)
        await store.recordLeaving(tx, member, made, reason)
        await store.removeMember(tx, memberId)
        return accept({ memberId })
      })
      for (const device of known?.devices ?? []) devices.forget(device)
      return outcome
    },

    revealPhone: async ({ scope, input: { memberId }, made, transact }) => {
      const seen = await store.findMember(scope, memberId)
      if (seen === undefined) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const member = await store.getMember(tx, memberId)
        if (member === undefined) return refuse('NOT_FOUND')
        const phone = store.phoneOf(member)
        if (phone === undefined) return refuse('NO_PHONE')
        if (phone === 'lost') return refuse('PHONE_LOST')
        await store.recordLook(tx, member, made, 'phone')
        return accept(phone)
      })
    },
  }

  async function forgetDevices(scope: Scope, { personId }: Member): Promise<void> {
    const person = await store.findPerson(scope, personId)
    for (const device of person?.devices ?? []) devices.forget(device)
  }
}
