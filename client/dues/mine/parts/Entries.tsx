import { View } from '@tarojs/components'
import { go } from '../../../kernel/routes'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import { sayEntry } from './say-mine'
import type { MyDues } from './use-my-dues'

/** Receipts and what became of them, the newest first: nothing that was recorded disappears. */
export function Entries({ entries, year }: { readonly entries: MyDues['entries']; readonly year: string }) {
  if (entries.length === 0) return null
  const newestFirst = [...entries].sort((a, b) => b.at - a.at)
  return (
    <Card kind="list">
      {newestFirst.map((entry) => {
        const { title, words } = sayEntry(entry, year)
        const note = words.map((line) => <View key={line}>{line}</View>)
        const reversed = entry.isReversed ? { answer: <StatusTag tone="plain" icon="x" word="不算了" /> } : {}
        const open = entry.kind === 'receipt' && !entry.isReversed ? { onPress: () => go('receipts', { entryId: entry.entryId }) } : {}
        return <Row key={entry.entryId} icon="file-text" title={title} note={note} {...reversed} {...open} />
      })}
    </Card>
  )
}
