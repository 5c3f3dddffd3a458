import type { assists } from '#shared/assists/contract'
import { isCheckIn } from '#shared/assists/ids'
import type { Objection } from '#shared/assists/model'
import { decideAnswer, deskOf } from '#shared/assists/rules'
import { accept, refuse } from '#shared/kernel/contract'
import type { MemberStore } from '../members/store'
import type { OrganisationStore } from '../organisation/store'
import type { FeatureHandlers } from '../runtime/handlers'
import type { Actor } from '../runtime/identity'
import { answerPage } from '../runtime/page'
import type { ThemeDayStore } from '../themeday/store'
import type { AssistStore } from './store'

interface Stores {
  readonly assists: AssistStore
  readonly members: MemberStore
  readonly organisation: OrganisationStore
  readonly themeDays: ThemeDayStore
}

export function assistHandlers({ assists: store, members, organisation, themeDays }: Stores): FeatureHandlers<typeof assists> {
  return {
    list: async ({ actor, scope, input }) => {
      if (actor.memberId === undefined) return refuse('NOT_FOUND')
      const page = await store.list(scope, actor.memberId, input)
      const [names, objections] = await Promise.all([
        members.namesOf([...new Set(page.rows.map(({ made }) => made.by))]),
        store.objectionsTo(page.rows),
      ])
      const rows = page.rows.map(({ _id, deed, made, reason }) => {
        const objection = objections.get(_id)
        return {
          assistId: _id,
          ...{ deed, by: names.get(made.by) ?? '', at: made.at, reason },
          ...(objection === undefined ? {} : { objection: saidOf(objection) }),
        }
      })
      return accept(answerPage(page, rows))
    },

    listLooks: async ({ actor, scope }) => {
      if (actor.memberId === undefined) return refuse('NOT_FOUND')
      const looks = await members.listLooks(scope, actor.memberId)
      const names = await members.namesOf([...new Set(looks.map(({ made }) => made.by))])
      return accept({ rows: looks.map(({ what, made }) => ({ what, by: names.get(made.by) ?? '', at: made.at })) })
    },

    object: async ({ scope, input, made, transact }) => {
      const assist = await store.find(scope, input.assistId)
      if (assist === undefined) return refuse('NOT_FOUND')
      const { _id, role, memberId, branchId, deed, themeDayId } = assist
      return transact(async (tx) => {
        if ((await store.getObjection(tx, _id)) !== undefined) return refuse('ALREADY_OBJECTED')
        const branch = role === 'secretary' ? await organisation.getUnit(tx, branchId) : undefined
        const deskId = deskOf({ role, branchId, committeeId: branch?.committeeId ?? branch?.parentId ?? branchId })
        await store.insertObjection(tx, {
          ...{ _id, v: 1, made, deskId, memberId, branchId, deed },
          ...{ helperId: assist.made.by, doneAt: assist.made.at, helpReason: assist.reason },
          ...{ reason: input.reason, state: 'waiting' },
          ...(themeDayId === undefined ? {} : { themeDayId }),
        })
        return accept({ goesTo: deskId === branchId ? 'secretary' : 'town' })
      })
    },

    listObjections: async ({ actor, scope, input }) => {
      const [deskId] = desksOf(actor)
      if (deskId === undefined) return refuse('NOT_FOUND')
      const page = await store.listWaiting(scope, deskId, input)
      const [who, helpers, branches] = await Promise.all([
        members.findMembers(
          scope,
          page.rows.map(({ memberId }) => memberId),
        ),
        members.namesOf([...new Set(page.rows.map(({ helperId }) => helperId))]),
        organisation.nameplates([...new Set(page.rows.map(({ branchId }) => branchId))]),
      ])
      const rows = page.rows.map(({ _id, memberId, branchId, helperId, deed, doneAt, helpReason, reason, made }) => ({
        assistId: _id,
        branchName: branches.get(branchId)?.name ?? '',
        memberName: who.get(memberId)?.name ?? '',
        helperName: helpers.get(helperId) ?? '',
        ...{ deed, doneAt, helpReason, reason, at: made.at },
        isOwn: helperId === actor.personId,
      }))
      return accept(answerPage(page, rows))
    },

    answerObjection: async ({ actor, scope, input: { assistId, verdict, note }, made, now, transact }) => {
      const seen = await store.findObjection(scope, assistId)
      if (seen === undefined || !desksOf(actor).includes(seen.deskId)) return refuse('NOT_FOUND')
      return transact(async (tx) => {
        const objection = await store.getObjection(tx, assistId)
        if (objection === undefined) return refuse('NOT_FOUND')
        const decision = decideAnswer({ ...objection, personId: actor.personId })
        if (!decision.ok) return decision
        const answer = { by: actor.personId, at: now, ...(note === undefined ? {} : { note }) }
        await store.putObjection(tx, { ...objection, state: verdict, answer })
        if (verdict === 'undone') {
          await themeDays.takeBackIn(tx, { ...objection, made, at: now })
          if (isCheckIn(objection.deed)) await themeDays.sendBackIn(tx, objection)
        }
        return accept({ state: verdict })
      })
    },
  }
}

/** Where the actor answers: the branch as its secretary, the committee as its officer. The widest comes first. */
function desksOf({ grants }: Actor): readonly string[] {
  const held = (role: 'townOfficer' | 'secretary') => grants.filter((grant) => grant.role === role).map(({ unitId }) => unitId)
  return [...held('townOfficer'), ...held('secretary')]
}

function saidOf({ reason, state, answer }: Objection) {
  return { reason, state, ...(answer?.note === undefined ? {} : { note: answer.note }) }
}
