import { Text, View } from '@tarojs/components'
import { stepMs, stepOf, textOfStep } from '#shared/themeday/rotating'
import { sayScanned } from '#shared/themeday/scanned'
import { useNow } from '../../../kernel/clock'
import { device } from '../../../kernel/device'
import { macOf } from '../../../kernel/keyed-hash'
import { CodeView } from '../../../ui/CodeView'
import { Icon } from '../../../ui/Icon'
import type { ThemeDay } from '../../parts/roll'

interface ChangingCodeProps {
  readonly themeDay: ThemeDay
  readonly dayKey: string
  readonly caption: string
}

/** A new code every fifteen seconds, made on this phone: sent on to somebody outside, it is worth nothing. */
export function ChangingCode({ themeDay: { themeDayId, code }, dayKey, caption }: ChangingCodeProps) {
  const now = useNow(1_000)
  const step = stepOf(now)
  const mac = macOf(dayKey, textOfStep(themeDayId, step))
  const link = `${device.origin()}/s/${sayScanned({ code, shown: { step, mac } })}`
  return (
    <>
      <View className="on-show-frame">
        <CodeView text={link} size="var(--on-show-edge)" caption={caption} />
      </View>
      <View className="on-show-next t-note t-2">
        <Icon name="refresh-cw" size={20} />
        <Text>{Math.ceil((stepMs - (now % stepMs)) / 1_000)} 秒后换新码</Text>
      </View>
    </>
  )
}
