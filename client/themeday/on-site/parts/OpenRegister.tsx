import { device } from '../../../kernel/device'
import { go } from '../../../kernel/routes'
import { Press } from '../../../ui/Press'

interface OpenRegisterProps {
  readonly kind: 'primary' | 'plain'
  readonly themeDayId: string
}

/** To the sheet: on the way to the paper, or where there is none to read it. */
export function OpenRegister({ kind, themeDayId }: OpenRegisterProps) {
  const open = () => go('register', { themeDayId })
  if (device.canPrint) return <Press kind={kind} icon="printer" label="打印签到表" onPress={open} />
  return <Press kind={kind} icon="file-text" label="看签到表" onPress={open} />
}
