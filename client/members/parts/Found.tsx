import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPhone } from '#shared/members/phone'
import type { Sought } from '#shared/members/search'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { Empty } from '../../ui/Empty'
import { Failed } from '../../ui/Failed'
import { Press } from '../../ui/Press'
import { RosterList } from './RosterList'
import { foundIn, groupsOf, type MemberRow } from './roster'

interface FoundProps {
  readonly rows: readonly MemberRow[]
  readonly sought: Sought | undefined
}

/** Who was found; nobody is said in words, with what else to try. */
export function Found({ rows, sought }: FoundProps) {
  if (sought === undefined) return <Empty icon="search-x" words="手机号要写满 11 位" />
  if (sought.by === 'phone') return <FoundByPhone key={sought.phone} phone={sought.phone} />
  return <Shown rows={foundIn(rows, sought)} />
}

/** Asked for by a tap: whoever the number is found to be of is told. */
function FoundByPhone({ phone }: { readonly phone: string }) {
  const command = useCommand(api.members.matchPhone)
  const [rows, setRows] = useState<readonly MemberRow[]>()
  const find = () => command.run({ phone }).then((answer) => setRows(answer?.rows))
  if (rows !== undefined) {
    return (
      <>
        <Shown rows={rows} />
        {rows.length > 0 && <View className="t-note t-2">已经记下您按号码找过，本人看得到</View>}
      </>
    )
  }
  return (
    <>
      <Failed command={command} />
      <Empty
        icon="phone"
        words={sayPhone(phone)}
        note="找到谁，就给谁记一次，本人看得到"
        action={<Press kind="plain" label="按号码找" isBusy={command.isRunning} onPress={() => void find()} />}
      />
    </>
  )
}

function Shown({ rows }: { readonly rows: readonly MemberRow[] }) {
  if (rows.length === 0) return <Empty icon="search-x" words="名单上没有找到" note="试试姓名的首字母，如 zjg" />
  return <RosterList groups={groupsOf(rows)} />
}
