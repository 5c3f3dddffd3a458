import { useState } from 'react'
import type { Reply } from '#shared/kernel/contract'
import type { SendOptions } from '../kernel/api'
import { device } from '../kernel/device'
import { useCommand } from '../kernel/use-command'
import { Failed } from './Failed'
import { Press } from './Press'

interface Table {
  readonly fileName: string
  readonly base64: string
}

interface SaveTableProps<Input, Code extends string> {
  readonly send: (input: Input, options: SendOptions) => Promise<Reply<Table, Code>>
  readonly input: Input
  /** `small`: beside another button in a row */
  readonly size?: 'small'
}

/** A table for a computer: saved where the browser saves, opened by WeChat, which can send it on. */
export function SaveTable<Input, Code extends string>({ send, input, size }: SaveTableProps<Input, Code>) {
  const exporting = useCommand(send)
  const [isSaved, setSaved] = useState<boolean>()
  const save = async () => {
    const table = await exporting.run(input)
    if (table !== undefined) setSaved(await device.saveFile(table.fileName, table.base64))
  }
  const isSmall = size === 'small'
  const saved = isSaved === true ? '存好了' : '没存上'
  const label = isSaved === undefined ? '存成 Excel' : isSmall ? saved : `${saved}，再${isSaved ? '存' : '试'}一次`
  return (
    <>
      <Failed command={exporting} />
      <Press
        kind="plain"
        label={label}
        {...(size === undefined ? {} : { size })}
        isBusy={exporting.isRunning}
        busyLabel="正在存…"
        onPress={() => void save()}
      />
    </>
  )
}
