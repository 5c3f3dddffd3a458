import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../kernel/api'
import { headingOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { IssuedCode } from '../../ui/IssuedCode'
import { Press } from '../../ui/Press'
import { Result } from '../../ui/Result'
import { Sheet } from '../../ui/Sheet'
import type { Founded } from './draft'

interface FoundDoneProps {
  readonly founded: Founded
  readonly branchName: string
  readonly groupCount: number
}

/** The branch is there; what comes next is that its secretary's phone knows him. */
export function FoundDone({ founded, branchName, groupCount }: FoundDoneProps) {
  const { secretary, townOfficer, memberCount } = founded
  const [isOfficerShown, setOfficerShown] = useState(false)
  return (
    <Result kind="done" title="支部建好了" note={`${branchName} · ${memberCount} 人 · ${groupCount} 个组`}>
      <Card>
        <View className="t-title t-center" {...headingOf(2)}>
          把这个码给书记{secretary.name}
        </View>
        <IssuedCode what="认领码" issue={(options) => api.claims.issue({ personId: secretary.personId }, options)} />
      </Card>
      {townOfficer !== undefined && (
        <View className="found-officer">
          <Press kind="plain" label={`给镇里的${townOfficer.name}发认领码`} onPress={() => setOfficerShown(true)} />
        </View>
      )}
      {isOfficerShown && townOfficer !== undefined && (
        <Sheet title={`${townOfficer.name}的认领码`} onClose={() => setOfficerShown(false)}>
          <IssuedCode what="认领码" issue={(options) => api.claims.issue({ personId: townOfficer.personId }, options)} />
        </Sheet>
      )}
    </Result>
  )
}
