import { View } from '@tarojs/components'
import { useState } from 'react'
import { spacedName } from '#shared/members/ids'
import { type Answer, api } from '../../../kernel/api'
import { readAll } from '../../../kernel/read-all'
import { useCommand } from '../../../kernel/use-command'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { Failed } from '../../../ui/Failed'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { Ticks } from '../../../ui/Ticks'
import type { BookSheetProps } from './BookSettings'

type MemberRow = Answer<'members', 'list'>['rows'][number]

const mostCheckers = 5
/** From here on a name is found faster by typing it. */
const longList = 30

/** The second pair of eyes is any full member, on their own phone or by their card. */
export function CheckersSheet({ book, onDone, onClose }: BookSheetProps) {
  const [chosen, choose] = useState<readonly string[]>(() => book.checkers.map(({ memberId }) => memberId))
  const naming = useCommand(api.dues.nameCheckers)
  const roster = useQuery('members.list', () => readAll<MemberRow, never>((page) => api.members.list(page)))
  const name = async () => {
    if ((await naming.run({ memberIds: [...chosen] })) !== undefined) onDone()
  }
  const isMany = chosen.length > mostCheckers
  return (
    <Sheet title="谁来核对党费？" closeLabel="不改" onClose={onClose}>
      <View className="t-body">收的人点好数，另一位正式党员核对了，一天的账才关。最多 {mostCheckers} 位，指定两三位，谁在谁核对</View>
      <Answered query={roster} lines={6}>
        {(rows) => <CheckerTicks rows={rows.filter(({ membership }) => membership === 'full')} chosen={chosen} onChoose={choose} />}
      </Answered>
      <Failed command={naming} />
      <Press
        kind="primary"
        label={chosen.length === 0 ? '请勾上核对的人' : isMany ? `最多 ${mostCheckers} 位` : `指定这 ${chosen.length} 位`}
        disabled={chosen.length === 0 || isMany}
        isBusy={naming.isRunning}
        busyLabel="正在存…"
        onPress={() => void name()}
      />
    </Sheet>
  )
}

interface CheckerTicksProps {
  readonly rows: readonly MemberRow[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

function CheckerTicks({ rows, chosen, onChoose }: CheckerTicksProps) {
  const [sought, setSought] = useState('')
  const letters = sought.trim()
  const found = rows.filter(({ name, initials }) => name.includes(letters) || initials.startsWith(letters.toLowerCase()))
  return (
    <>
      {rows.length > longList && <Field label="找人" placeholder="名字或首字母" value={sought} onChange={setSought} maxLength={20} />}
      <Ticks
        label="核对的人"
        rows={found.map(({ memberId, name, groupName }) => ({
          value: memberId,
          title: spacedName(name),
          ...(groupName === undefined ? {} : { note: groupName }),
        }))}
        ticked={chosen}
        onChange={onChoose}
      />
    </>
  )
}
