/** One hand lent: an officer checks in a member who cannot do it themselves. */
import type { HelpReason } from '#shared/assists/ids'
import type { AnyReply } from '../../cloudfunctions/runtime/serve'
import { dataOf, type Village } from '../village/village'

export interface Helping {
  readonly who: string
  readonly whom: string
  readonly themeDayId: string
  readonly reason?: HelpReason
  readonly requestId?: string
}

export function checkInFor(village: Village, { who, whom, themeDayId, reason = 'noPhone', requestId }: Helping): Promise<AnyReply> {
  const options = { for: { memberId: village.person(whom).memberId, reason }, ...(requestId === undefined ? {} : { requestId }) }
  return village.as(who).themeday.checkIn({ themeDayId, via: 'home', isSeen: true }, options)
}

/** The member has a phone by now and says no to the last thing done for them. */
export async function objectTo(village: Village, whom: string) {
  const { api } = await village.claim(whom)
  const [deed] = dataOf(await api.assists.list({})).rows
  if (deed === undefined) throw new Error(`nobody helped ${whom}`)
  const { goesTo } = dataOf(await api.assists.object({ assistId: deed.assistId, reason: 'notThere' }))
  return { api, assistId: deed.assistId, goesTo }
}
