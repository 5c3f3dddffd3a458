import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../../kernel/api'
import { readAll } from '../../../kernel/read-all'
import { go } from '../../../kernel/routes'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Empty } from '../../../ui/Empty'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import { ReverseSheet } from '../../parts/ReverseSheet'
import { type BookEntry, isReversible, lookOf, sayEntry, sayTaken, titleOf } from './entry-words'

/** So many at once: a year of a large branch is several hundred. */
const step = 20

/** Every receipt of a year by its number, the newest first; what was paid at another branch has none and stands among the first. */
export function EntryList({ year }: { readonly year: string }) {
  const [most, setMost] = useState(step)
  const [sought, seek] = useState('')
  const [reversingId, setReversing] = useState<string>()
  const query = useQuery(`dues.listEntries ${year}`, () => readAll<BookEntry, never>((page) => api.dues.listEntries({ year, ...page })))
  const reversing = query.data?.find(({ entryId }) => entryId === reversingId)
  const close = () => setReversing(undefined)
  const done = () => {
    close()
    query.refresh()
  }
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        一笔一笔看
      </View>
      <Answered query={query} lines={4}>
        {(rows) => {
          if (rows.length === 0) return <Empty icon="file-text" words="这一年还没有收据" />
          const found = rows.filter((row) => isSought(row, sought)).reverse()
          return (
            <>
              {rows.length > step && <Field label="找一张" value={sought} onChange={seek} maxLength={10} placeholder="收据号或姓名" />}
              {found.length === 0 ? (
                <Empty icon="search-x" words="没有找到" />
              ) : (
                <Card kind="list">
                  {found.slice(0, most).map((row) => (
                    <EntryRow key={row.entryId} entry={row} onReverse={() => setReversing(row.entryId)} />
                  ))}
                </Card>
              )}
              {found.length > most && <Press kind="plain" label={`再看 ${step} 笔`} onPress={() => setMost(most + step)} />}
            </>
          )
        }}
      </Answered>
      {reversing !== undefined && (
        <ReverseSheet entryId={reversing.entryId} title={titleOf(reversing)} onDone={done} onClose={close}>
          <View className="t-body">
            {sayEntry(reversing)}。{sayTaken(reversing)}
          </View>
        </ReverseSheet>
      )}
    </>
  )
}

function isSought({ number, name }: BookEntry, sought: string): boolean {
  const words = sought.trim()
  return words === '' || name.includes(words) || (number !== undefined && String(number) === words.replace(/^0+/, ''))
}

/** A receipt opens as one and is put right there; what was paid elsewhere has none. */
function EntryRow({ entry, onReverse }: { readonly entry: BookEntry; readonly onReverse: () => void }) {
  const look = lookOf(entry)
  const { kind, entryId } = entry
  const open = kind === 'receipt' ? () => go('receipts', { entryId }) : onReverse
  const note = (
    <>
      <View>{sayEntry(entry)}</View>
      <View>{sayTaken(entry)}</View>
    </>
  )
  return (
    <Row
      isStrong
      title={titleOf(entry)}
      note={note}
      {...(look === undefined ? {} : { answer: <StatusTag {...look} /> })}
      {...(isReversible(entry) ? { onPress: open } : {})}
    />
  )
}
