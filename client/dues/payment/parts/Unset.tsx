import { go } from '../../../kernel/routes'
import { Empty } from '../../../ui/Empty'
import { Press } from '../../../ui/Press'
import { useIsOfficer } from '../../parts/use-is-officer'

/** Nobody has set what is due: a gift may be taken all the same, but no month. */
export function Unset({ memberId, year }: { readonly memberId: string; readonly year: string }) {
  const isOfficer = useIsOfficer()
  return (
    <Empty
      icon="pencil"
      words={`${year}年的还没核定，不知道该交多少`}
      note={isOfficer ? undefined : '请支书先核定'}
      {...(isOfficer
        ? { action: <Press kind="plain" size="small" label="去核定" onPress={() => go('approve', { memberId, year })} /> }
        : {})}
    />
  )
}
