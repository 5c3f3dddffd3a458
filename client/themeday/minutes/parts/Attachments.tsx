import { View } from '@tarojs/components'
import { useState } from 'react'
import { mostAttachments } from '#shared/themeday/ids'
import { api } from '../../../kernel/api'
import { papers } from '../../../kernel/papers'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Failed } from '../../../ui/Failed'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import type { Book } from '../../parts/answers'
import { AttachmentSheet } from './AttachmentSheet'
import { useAttaching } from './use-attaching'

/** Papers to keep with the day, for those who want to. They are kept at once, whatever becomes of the form above. */
export function Attachments({ themeDayId }: { readonly themeDayId: string }) {
  const book = useQuery(`themeday.getBook ${themeDayId}`, () => api.themeday.getBook({ themeDayId }))
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        附件
      </View>
      <View className="t-note t-2">不附也行。照片、PDF、Word、Excel 都收</View>
      <Answered query={book}>{({ attachments }) => <Kept themeDayId={themeDayId} rows={attachments} onChanged={book.refresh} />}</Answered>
    </>
  )
}

type Paper = Book['attachments'][number]

interface KeptProps {
  readonly themeDayId: string
  readonly rows: readonly Paper[]
  readonly onChanged: () => void
}

function Kept({ themeDayId, rows, onChanged }: KeptProps) {
  const attaching = useAttaching()
  const [chosen, setChosen] = useState<Paper>()
  const add = async () => {
    const paper = await papers.pick()
    if (paper !== undefined && (await attaching.run({ themeDayId, paper })) !== undefined) onChanged()
  }
  const removed = () => {
    setChosen(undefined)
    onChanged()
  }
  return (
    <>
      {rows.length > 0 && (
        <Card kind="list">
          {rows.map((row) => (
            <Row key={row.fileId} icon="file-text" title={row.name} onPress={() => setChosen(row)} />
          ))}
        </Card>
      )}
      <Failed command={attaching} />
      {rows.length < mostAttachments && (
        <Press kind="plain" icon="plus" label="加一份附件" isBusy={attaching.isRunning} busyLabel="正在传…" onPress={() => void add()} />
      )}
      {chosen !== undefined && (
        <AttachmentSheet themeDayId={themeDayId} paper={chosen} onRemoved={removed} onClose={() => setChosen(undefined)} />
      )}
    </>
  )
}
