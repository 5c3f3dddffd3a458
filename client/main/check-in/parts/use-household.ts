/** The others this phone knows, as far as they belong to the same branch and so to the same theme day. */
import type { OutboxItem } from '../../../kernel/outbox-item'
import { type Person, useSession } from '../../../kernel/session'
import { outbox } from '../../../kernel/use-outbox'
import { useCheckIns } from '../../parts/check-ins'

export interface Household {
  /** members of the same branch, nothing tapped for them yet */
  readonly others: readonly Person[]
  /** what was tapped for the others */
  readonly taps: readonly OutboxItem[]
  /** They were read. */
  readonly dismiss: () => void
}

export function useHousehold(person: Person, themeDayId: string): Household {
  const { who } = useSession()
  const taps = useCheckIns().filter((item) => item.subject === themeDayId && item.person.personId !== person.personId)
  const isTapped = ({ personId }: Person) => taps.some((item) => item.person.personId === personId)
  const isOfBranch = (one: Person) => one.memberId !== undefined && one.branchName === person.branchName
  const others = (who?.persons ?? []).filter((one) => one.personId !== person.personId && isOfBranch(one) && !isTapped(one))
  return {
    others,
    taps,
    dismiss: () => {
      for (const { requestId, state } of taps) if (state === 'sent') outbox.dismiss(requestId)
    },
  }
}
