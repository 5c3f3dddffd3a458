/**
 * Cards of members, as stored. Like a claim's, a card's code is never kept: it follows from the claim key, the member and a serial,
 * and is found by its HMAC. The code of a replaced card stays known, so that one that turns up again is told from a code of nobody.
 */
import { codeFrom } from '#shared/kernel/id'
import type { Scope } from '#shared/kernel/organisation'
import type { Made } from '#shared/kernel/shapes'
import type { MemberCard, MemberCardCode } from '#shared/members/card-model'
import type { Member } from '#shared/members/model'
import type { Collection, Database, Transaction } from '../runtime/database'
import type { Keys } from '../runtime/keys'
import type { MemberStore } from './store'

const cards: Collection<MemberCard> = { name: 'memberCards', indexes: [] }
const codes: Collection<MemberCardCode> = { name: 'memberCardCodes', indexes: [] }

export const cardCollections = [cards, codes]

/** Whose card it is; `isReplaced`: a newer one was given out since. */
export interface FoundCard {
  readonly member: Member
  readonly isReplaced: boolean
  /** who could use the code without holding the card */
  readonly shownTo: readonly string[]
}

const shownTo = ({ made, shownTo: known }: MemberCard): readonly string[] => known ?? [made.by]

export function cardStore(db: Database, keys: Keys, members: Pick<MemberStore, 'findMember'>) {
  const codeOf = (memberId: string, serial: number) => codeFrom(keys.hmac('claim', `card:${memberId}:${serial}`))
  const idOf = (code: string) => keys.hmac('claim', `card-id:${code}`).toString('base64url')

  /** The first serial from the given one whose code no card has had, made the member's card. */
  const make = async (tx: Transaction, made: Made, memberId: string, from: number): Promise<string> => {
    for (let serial = from; ; serial += 1) {
      const code = codeOf(memberId, serial)
      const known: MemberCardCode = { _id: idOf(code), v: 1, made, memberId, serial }
      if ((await tx.get(codes, known._id)) !== undefined) continue
      const card: MemberCard = { _id: memberId, v: 1, made, serial, shownTo: [made.by] }
      await tx.insert(codes, known)
      await tx.put(cards, card)
      return code
    }
  }

  return {
    /** Whether it is the code of a card, and no more: whoever scans one may know that. */
    isCard: async (code: string): Promise<boolean> => (await db.get(codes, idOf(code))) !== undefined,
    /** Undefined: of nobody in the scope. */
    async findCard(scope: Scope, code: string): Promise<FoundCard | undefined> {
      const known = await db.get(codes, idOf(code))
      if (known === undefined) return undefined
      const [member, card] = await Promise.all([members.findMember(scope, known.memberId), db.get(cards, known.memberId)])
      if (member === undefined) return undefined
      return { member, isReplaced: card?.serial !== known.serial, shownTo: card === undefined ? [] : shownTo(card) }
    },
    /** The code of the card the member has, and that it was shown; makes the first one. */
    async codeFor(tx: Transaction, made: Made, memberId: string): Promise<string> {
      const card = await tx.get(cards, memberId)
      if (card === undefined) return make(tx, made, memberId, 1)
      const known = shownTo(card)
      if (!known.includes(made.by)) await tx.put(cards, { ...card, shownTo: [...known, made.by] })
      return codeOf(memberId, card.serial)
    },
    /** The code of a new card. The very request that gave the present one hears it again. */
    async replace(tx: Transaction, made: Made, memberId: string): Promise<string> {
      const card = await tx.get(cards, memberId)
      const isAgain = card?.made.by === made.by && card.made.requestId === made.requestId
      return isAgain ? codeOf(memberId, card.serial) : make(tx, made, memberId, (card?.serial ?? 0) + 1)
    },
  }
}

export type CardStore = ReturnType<typeof cardStore>
