import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { BookSheetProps } from './BookSettings'

/** 怎么交, in the branch's own words. */
export function HowToPaySheet({ book, onDone, onClose }: BookSheetProps) {
  const [typed, setTyped] = useState(book.howToPay ?? '')
  const setting = useCommand(api.dues.setHowToPay)
  const words = typed.replace(/\s+/g, ' ').trim()
  const keep = async () => {
    if ((await setting.run({ howToPay: words })) !== undefined) onDone()
  }
  return (
    <Sheet title="党费怎么交" closeLabel="不改" onClose={onClose}>
      <Field
        label="哪天、在哪、交给谁"
        kind="area"
        lines={4}
        maxLength={120}
        hint="如：每月 25 日主题党日，在村委会二楼交给陈芳"
        value={typed}
        onChange={setTyped}
      />
      <View className="t-note t-2">党员在“我的党费”里看得到。请不要写银行卡号和收款码</View>
      <Failed command={setting} />
      <Press
        kind="primary"
        label={words === '' ? '请写怎么交' : '就这样写'}
        disabled={words === ''}
        isBusy={setting.isRunning}
        busyLabel="正在存…"
        onPress={() => void keep()}
      />
    </Sheet>
  )
}
