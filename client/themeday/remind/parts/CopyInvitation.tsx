import { View } from '@tarojs/components'
import { useState } from 'react'
import { device } from '../../../kernel/device'
import { useSession } from '../../../kernel/session'
import { Card } from '../../../ui/Card'
import { OnlyHere } from '../../../ui/OnlyHere'
import { Press } from '../../../ui/Press'
import type { ThemeDay } from '../../parts/roll'
import { invitationText } from './invitation-text'
import './remind.scss'

/** Read before it is sent: what is copied stands here, word for word. */
export function CopyInvitation({ themeDay }: { readonly themeDay: ThemeDay }) {
  const branchName = useSession().person?.branchName ?? ''
  const [isCopied, setCopied] = useState<boolean>()
  const link = device.origin() === '' ? undefined : `${device.origin()}/s/${themeDay.code}`
  const text = invitationText({ branchName, themeDay, link })
  return (
    <View className="remind no-print">
      <Card>
        <View className="remind-text t-body">{text}</View>
      </Card>
      <OnlyHere />
      <Press
        kind="primary"
        label={isCopied === undefined ? '复制，发到群里' : isCopied ? '已复制，去微信粘贴' : '复制不了，请念给大家'}
        onPress={() => void device.copy(text).then(setCopied)}
      />
    </View>
  )
}
