import { useState } from 'react'
import { api } from '../../kernel/api'
import { device } from '../../kernel/device'
import { useCommand } from '../../kernel/use-command'
import { ErrorBox } from '../../ui/ErrorBox'
import { Press } from '../../ui/Press'

interface SaveTableProps {
  readonly themeDayId: string
  /** `small`: beside another button in a row */
  readonly size?: 'small'
}

/** The register as a table for a computer: saved where the browser saves, opened by WeChat, which can send it on. */
export function SaveTable({ themeDayId, size }: SaveTableProps) {
  const exporting = useCommand(api.themeday.exportBook)
  const [isSaved, setSaved] = useState<boolean>()
  const save = async () => {
    const table = await exporting.run({ themeDayId })
    if (table !== undefined) setSaved(await device.saveFile(table.fileName, table.base64))
  }
  const isSmall = size === 'small'
  const saved = isSaved === true ? '存好了' : '没存上'
  const label = isSaved === undefined ? '存成 Excel' : isSmall ? saved : `${saved}，再${isSaved ? '存' : '试'}一次`
  return (
    <>
      {(exporting.refusal !== undefined || exporting.isUnreachable) && (
        <ErrorBox isCommand refusal={exporting.refusal} unreachable={exporting.isUnreachable} />
      )}
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
