import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../../kernel/api'
import { back } from '../../../kernel/routes'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import { Register, type RegisterRow } from './Register'

/** The discipline officer's look: asked before, because it is written down with every member who is seen. */
export function Inspection({ year }: { readonly year: string }) {
  const [rows, setRows] = useState<readonly RegisterRow[]>()
  const looking = useCommand(api.dues.inspectRegister)
  const look = async () => {
    const seen: RegisterRow[] = []
    let after: string | undefined
    do {
      const page = await looking.run({ year, ...(after === undefined ? {} : { after }) })
      if (page === undefined) return
      seen.push(...page.rows)
      after = page.next
    } while (after !== undefined)
    setRows(seen)
  }
  if (rows !== undefined) {
    return (
      <Page width="desk">
        <Register year={year} rows={rows} />
      </Page>
    )
  }
  return (
    <Page title="党费收缴登记册">
      <Sheet title={`看 ${year} 年的登记册？`} closeLabel="不看了" onClose={back}>
        <View className="t-body">看一次记一次，党员会看到您看过</View>
        <Failed command={looking} />
        <Press kind="primary" label="记下，看一看" isBusy={looking.isRunning} busyLabel="正在打开…" onPress={() => void look()} />
      </Sheet>
    </Page>
  )
}
