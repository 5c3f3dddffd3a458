import { go } from '../../../kernel/routes'
import { Press } from '../../../ui/Press'

/** As long as a check-in counts, a hand; names may be called until the day is out. */
export function GroupFoot({ themeDayId, canHelp }: { readonly themeDayId: string; readonly canHelp: boolean }) {
  return (
    <>
      {canHelp && <Press kind="primary" icon="user-check" label="帮他签到" onPress={() => go('help', { themeDayId })} />}
      <Press kind={canHelp ? 'plain' : 'primary'} label="去点名" onPress={() => go('onSite', { themeDayId })} />
    </>
  )
}
