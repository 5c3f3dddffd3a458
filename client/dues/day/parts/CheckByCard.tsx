import { View } from '@tarojs/components'
import { useState } from 'react'
import { codeLength, normaliseCode } from '#shared/kernel/id'
import { api } from '../../../kernel/api'
import { device } from '../../../kernel/device'
import { codeIn } from '../../../kernel/scanned'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { Day } from '../../parts/collecting'

interface CheckByCardProps {
  readonly day: Day
  readonly onChanged: () => void
}

const notACard = { code: 'CARD_UNKNOWN', message: '这不是党员卡，请再扫一次' } as const

/** The second pair of eyes without a phone: they look, sign the slip, and their card says who they are. */
export function CheckByCard({ day: { day, count, sumFen }, onChanged }: CheckByCardProps) {
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const checking = useCommand(api.dues.checkDayByCard)
  const check = async (code: string | undefined) => {
    setWrong(code === undefined)
    if (code === undefined || (await checking.run({ day, count, sumFen, code })) === undefined) return
    setOpen(false)
    onChanged()
  }
  const scan = async () => {
    const text = await device.scan()
    if (text !== undefined) await check(codeIn(text))
  }
  const failed = <Failed command={isWrong ? { refusal: notACard, isUnreachable: false } : checking} />
  const busy = { isBusy: checking.isRunning, busyLabel: '正在记…' }
  const card = normaliseCode(typed, codeLength)
  return (
    <>
      <Press kind="plain" icon="scan-line" label="他没带手机，用党员卡" onPress={() => setOpen(true)} />
      {isOpen && (
        <Sheet title="用党员卡核对" closeLabel="先不核对" onClose={() => setOpen(false)}>
          <View className="t-body">请他看过总数，在日结单上签名，再认他的卡</View>
          {device.canScan ? (
            <>
              {failed}
              <Press kind="primary" icon="scan-line" label="扫他的党员卡" {...busy} onPress={() => void scan()} />
            </>
          ) : (
            <>
              <Field
                label="卡上码下面的 8 个字母和数字"
                kind="code"
                value={typed}
                onChange={setTyped}
                placeholder="ABCD EFGH"
                maxLength={20}
              />
              {failed}
              <Press
                kind="primary"
                label={card === undefined ? '请写全 8 个' : '他核对过了'}
                disabled={card === undefined}
                {...busy}
                onPress={() => void check(card)}
              />
            </>
          )}
        </Sheet>
      )}
    </>
  )
}
