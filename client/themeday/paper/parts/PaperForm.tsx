import { View } from '@tarojs/components'
import { useState } from 'react'
import { spacedName } from '#shared/members/ids'
import { decideByHand } from '#shared/themeday/counting'
import { api } from '../../../kernel/api'
import { useSession } from '../../../kernel/session'
import { useCommand } from '../../../kernel/use-command'
import { Choice } from '../../../ui/Choice'
import { Empty } from '../../../ui/Empty'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { Ticks } from '../../../ui/Ticks'
import type { RollRow, ThemeDay } from '../../parts/roll'

interface PaperFormProps {
  readonly themeDay: ThemeDay
  readonly rows: readonly RollRow[]
  readonly missing: readonly RollRow[]
  readonly now: number
  readonly onDone: (words: string) => void
}

/** As many as one request takes. */
const mostNames = 50

const optionOf = ({ memberId, name, groupName }: RollRow) => ({
  value: memberId,
  title: spacedName(name),
  ...(groupName === undefined ? {} : { note: groupName }),
})

/** First the names on the sheet, then whose is the second one under it: two people vouch for a list. */
export function PaperForm({ themeDay, rows, missing, now, onDone }: PaperFormProps) {
  const { person } = useSession()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [isNamed, setNamed] = useState(false)
  const [witnessId, setWitnessId] = useState<string>()
  const entering = useCommand(api.themeday.enterPaper)
  const enter = async () => {
    if (witnessId === undefined) return
    const answer = await entering.run({ themeDayId: themeDay.themeDayId, memberIds: [...ticked], witnessId })
    if (answer !== undefined)
      onDone(`录上了 ${answer.recorded.length} 人${answer.already.length > 0 ? `，${answer.already.length} 人早就签过` : ''}`)
  }
  if (themeDay.closedAt !== undefined) return <Empty icon="lock" words="这次党日已经归档了" note="要改请镇里打开" />
  if (!decideByHand({ ...themeDay, openedAt: themeDay.opensAt }, now).ok) {
    return <Empty icon="clock" words="党日还没开始" note="开始以后，再照纸上的名单录" />
  }
  if (missing.length === 0) return <Empty icon="circle-check" words="都到齐了，不用录" />
  if (!isNamed) {
    return (
      <>
        <Ticks label="纸上有谁" rows={missing.map(optionOf)} ticked={ticked} onChange={setTicked} />
        <Press
          kind="primary"
          label={
            ticked.length > mostNames ? `一次最多录 ${mostNames} 人` : ticked.length === 0 ? '请先点名字' : `就是这 ${ticked.length} 人`
          }
          disabled={ticked.length === 0 || ticked.length > mostNames}
          onPress={() => setNamed(true)}
        />
      </>
    )
  }
  return (
    <>
      <View className="t-body t-2">录 {ticked.length} 人。除了您，还要有一位党员看过这张名单</View>
      <Choice
        label="名单上第二个签名是谁？"
        options={rows.filter(({ memberId }) => memberId !== person?.memberId).map(optionOf)}
        value={witnessId}
        onChange={setWitnessId}
      />
      <Failed command={entering} />
      <Press
        kind="primary"
        label={witnessId === undefined ? '请先选一位' : '录上'}
        disabled={witnessId === undefined}
        isBusy={entering.isRunning}
        busyLabel="正在录…"
        onPress={() => void enter()}
      />
      <Press kind="plain" label="回去改名字" onPress={() => setNamed(false)} />
    </>
  )
}
