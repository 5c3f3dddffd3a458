import { go } from '../../kernel/routes'
import { Empty } from '../../ui/Empty'
import { Press } from '../../ui/Press'
import { useIsOfficer } from './use-is-officer'

/** The branch has not said from which month it keeps its dues here: the one first step, and who takes it. */
export function NotStarted() {
  const isOfficer = useIsOfficer()
  return (
    <Empty
      icon="file-text"
      words="支部还没开始在这里记党费"
      note={isOfficer ? '先定哪个月开始，以前的见纸质党费册' : '请支书先定哪个月开始'}
      {...(isOfficer ? { action: <Press kind="plain" size="small" label="去定" onPress={() => go('duesSettings')} /> } : {})}
    />
  )
}
