import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { Sheet } from '../../../ui/Sheet'
import { sayOpening } from '../../parts/say-opening'

type Opening = Answer<'dues', 'listToCheck'>['openings'][number]

interface OpeningsProps {
  readonly openings: readonly Opening[]
  readonly onSigned: () => void
}

/** Lines taken over from the book of paper: each is held against its page and signed alone. */
export function Openings({ openings, onSigned }: OpeningsProps) {
  const [openId, open] = useState<string>()
  const opening = openings.find(({ memberId }) => memberId === openId)
  const close = () => open(undefined)
  const signed = () => {
    close()
    onSigned()
  }
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        纸质党费册，请对着签
      </View>
      <Card kind="list">
        {openings.map((one) => (
          <Row
            key={one.memberId}
            title={one.name}
            isStrong
            note={sayOpening(one)}
            answer={<Press kind="plain" size="small" label="去签" ariaLabel={`${one.name}，去签`} onPress={() => open(one.memberId)} />}
          />
        ))}
      </Card>
      {opening !== undefined && <SignSheet opening={opening} onDone={signed} onClose={close} />}
    </>
  )
}

interface SignSheetProps {
  readonly opening: Opening
  readonly onDone: () => void
  readonly onClose: () => void
}

function SignSheet({ opening, onDone, onClose }: SignSheetProps) {
  const { memberId, name, by, paidThrough, book, page, paidBy } = opening
  const signing = useCommand(api.dues.signOpening)
  const sign = async () => {
    if ((await signing.run({ memberId, paidThrough, book, page, paidBy })) !== undefined) onDone()
  }
  return (
    <Sheet title={`${name}，跟册子一样吗？`} closeLabel="先不签" onClose={onClose}>
      <View className="t-body t-strong">{sayOpening(opening)}</View>
      <View className="t-body">
        这一行是{by}记的。不一样就先不签，找{by}改。签了以后谁也不能再改
      </View>
      <Failed command={signing} />
      <Press kind="primary" label="一样，我签" isBusy={signing.isRunning} busyLabel="正在签…" onPress={() => void sign()} />
    </Sheet>
  )
}
