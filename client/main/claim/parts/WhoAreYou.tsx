import { View } from '@tarojs/components'
import { useSession } from '../../../kernel/session'
import { headingOf } from '../../../ui/aria'
import { Icon } from '../../../ui/Icon'
import { Page } from '../../../ui/Page'
import { CodeForm } from '../../parts/CodeForm'
import { Cast } from './Cast'
import { Household } from './Household'
import { SecretaryHelps } from './SecretaryHelps'
import { TakeOff } from './TakeOff'
import { VillageDrawing } from './VillageDrawing'
import './who-are-you.scss'

interface WhoAreYouProps {
  readonly next: string | undefined
  /** typed before, and not known; empty: none was */
  readonly wrongCode: string
  readonly onCode: (code: string) => void
}

/** Nobody is known on this phone, or somebody else holds it now. */
export function WhoAreYou({ next, wrongCode, onCode }: WhoAreYouProps) {
  const { who, person } = useSession()
  const known = who?.persons.length ?? 0
  return (
    <Page top={known > 0 ? 'back' : 'owner'} owner="先锋连心">
      <VillageDrawing />
      <View>
        <View className="t-hero" {...headingOf(1)}>
          您是哪位？
        </View>
        <View className="who-note t-body t-2">认一次就行，以后打开就是您</View>
      </View>
      {known > (person === undefined ? 0 : 1) && <Household next={next} />}
      {who?.isDemonstration && <Cast next={next} />}
      <CodeForm label="支书给的认领码" action="认一下我" isClaim typedBefore={wrongCode} onCode={onCode} />
      <SecretaryHelps next={next} />
      {known > 0 && <TakeOff />}
      <View className="promise t-note t-2">
        <Icon name="lock" size={20} />
        <View>不要身份证，不拍脸，不看您在哪里</View>
      </View>
    </Page>
  )
}
