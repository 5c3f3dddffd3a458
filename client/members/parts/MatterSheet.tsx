import { CategorySheet } from './CategorySheet'
import { GroupSheet, ParticipationSheet } from './ChoiceSheets'
import { LeavingSheet } from './LeavingSheet'
import { LostCardSheet } from './LostCardSheet'
import { MembershipSheet } from './MembershipSheet'
import type { Matter, MatterProps } from './member'
import { NumberSheet } from './NumberSheet'
import { PhoneSheet } from './PhoneSheet'
import { RegisterSheet } from './RegisterSheet'

const sheets: Readonly<Record<Matter, (props: MatterProps) => JSX.Element>> = {
  phone: PhoneSheet,
  number: NumberSheet,
  group: GroupSheet,
  membership: MembershipSheet,
  participation: ParticipationSheet,
  category: CategorySheet,
  register: RegisterSheet,
  lostCard: LostCardSheet,
  leaving: LeavingSheet,
}

export function MatterSheet({ matter, ...props }: MatterProps & { readonly matter: Matter }) {
  const Opened = sheets[matter]
  return <Opened {...props} />
}
