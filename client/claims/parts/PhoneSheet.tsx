import { useState } from 'react'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { ClaimCodeSheet } from './ClaimCodeSheet'
import { UnbindSheet } from './UnbindSheet'

interface PhoneSheetProps {
  readonly personId: string
  readonly name: string
  readonly onClose: () => void
}

/** Somebody who is known on a phone already: a new one, one more, or none at all. */
export function PhoneSheet(props: PhoneSheetProps) {
  const [what, setWhat] = useState<'replace' | 'more' | 'unbind'>()
  if (what === 'unbind') return <UnbindSheet {...props} />
  if (what !== undefined) return <ClaimCodeSheet {...props} isForNewPhone={what === 'replace'} />
  return (
    <Sheet title={`${props.name}的手机`} onClose={props.onClose}>
      <Card kind="list">
        <Row icon="key-round" title="换了新手机" isStrong note="新的认上，旧的就不再认得他" onPress={() => setWhat('replace')} />
        <Row icon="user-plus" title="再认一部" isStrong note="原来的照样能用" onPress={() => setWhat('more')} />
        <Row icon="lock" title="解绑" isStrong note="手机丢了、卖了：哪部都不再认得他" onPress={() => setWhat('unbind')} />
      </Card>
    </Sheet>
  )
}
