/** M15: who I am here, and how large the words are. */
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { replace } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { useRoleSwitch, useTabs } from '../../kernel/tabs'
import { type TextSize, textSizes, useTextSize } from '../../kernel/text-size'
import { BottomBar } from '../../ui/BottomBar'
import { Choice } from '../../ui/Choice'
import { Page } from '../../ui/Page'
import { SwitchChip } from '../../ui/SwitchChip'
import { Opening } from '../parts/Opening'
import { sayPlace } from '../parts/say-place'
import { WhoLooked } from '../parts/WhoLooked'
import { OfficerRows } from './parts/OfficerRows'
import { OwnRows } from './parts/OwnRows'

const sizeWords: Readonly<Record<TextSize, string>> = { 1: '标准', 1.3: '大', 1.6: '特大' }

/** Each word is as large as it makes all the others: body is 18 at the standard size. */
const sizes = textSizes.map((size) => ({
  value: size,
  title: <View style={{ fontSize: `${18 * size}px` }}>{sizeWords[size]}</View>,
}))

export default function Me() {
  const { state, person } = useSession()
  const tabs = useTabs()
  const roleSwitch = useRoleSwitch()
  const { chosen, isPlatforms, choose } = useTextSize()
  const isNobody = state === 'ready' && person === undefined
  useEffect(() => {
    if (isNobody) replace('claim')
  }, [isNobody])

  if (person === undefined) return <Opening />
  return (
    <Page
      top="owner"
      owner="我的"
      title={person.name}
      note={sayPlace(person)}
      tools={roleSwitch && <SwitchChip {...roleSwitch} />}
      bar={<BottomBar tabs={tabs} active="me" />}
    >
      <Choice label="长辈版：字要多大？" options={sizes} value={chosen} onChange={choose} />
      {isPlatforms && <View className="t-note t-2">手机里的字调得更大，这里跟着它</View>}
      <WhoLooked />
      <OfficerRows />
      <OwnRows person={person} />
    </Page>
  )
}
