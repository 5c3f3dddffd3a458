import { View } from '@tarojs/components'
import { useState } from 'react'
import { headingOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { Press } from '../../ui/Press'
import { Result } from '../../ui/Result'
import { Sheet } from '../../ui/Sheet'
import { ClaimCode } from './ClaimCode'
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
        <ClaimCode personId={secretary.personId} />
      </Card>
      {townOfficer !== undefined && (
        <View className="found-officer">
          <Press kind="plain" label={`给镇里的${townOfficer.name}发认领码`} onPress={() => setOfficerShown(true)} />
        </View>
      )}
      {isOfficerShown && townOfficer !== undefined && (
        <Sheet title={`${townOfficer.name}的认领码`} onClose={() => setOfficerShown(false)}>
          <ClaimCode personId={townOfficer.personId} />
        </Sheet>
      )}
    </Result>
  )
}
