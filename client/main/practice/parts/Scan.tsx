import { View } from '@tarojs/components'
import { CodeView } from '../../../ui/CodeView'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { PracticeBanner } from '../../check-in/parts/PracticeBanner'

/** What hangs on the wall, as it will hang there: this one opens nothing. */
export function Scan({ onScanned }: { readonly onScanned: () => void }) {
  return (
    <Page
      title="先练一练"
      note="党日那天，墙上有个这样的码"
      ground="white"
      foot={<Press kind="primary" size="large" label="扫一扫" icon="scan-line" onPress={onScanned} />}
    >
      <PracticeBanner />
      <CodeView text="先练一练" size="min(60vw, 32vh)" caption="练习用的码" />
      <View className="t-body t-center">点下面的“扫一扫”，当作扫了它</View>
    </Page>
  )
}
