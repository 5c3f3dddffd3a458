/** What members say no to: the secretary answers for the leaders, the town for the secretary. */
import { useState } from 'react'
import { objectionWords } from '#shared/assists/words'
import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { readAll } from '../../kernel/read-all'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { AnswerSheet } from '../parts/AnswerSheet'
import type { ObjectionRow } from '../parts/deed'

export default function ObjectionsPage() {
  const now = useNow()
  const query = useQuery('assists.listObjections', () => readAll((page) => api.assists.listObjections(page)))
  const [open, setOpen] = useState<ObjectionRow>()
  const finish = () => {
    setOpen(undefined)
    query.refresh()
  }
  return (
    <Page title="党员说不对的" note="别人替他办的，本人说不对">
      <Answered query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="circle-check" words="没有等您回话的了" />
          ) : (
            <Card kind="list">
              {rows.map((row) => (
                <Row
                  key={row.assistId}
                  isStrong
                  title={`${row.memberName}：${objectionWords[row.reason]}`}
                  note={`${row.branchName}，${row.helperName}替他点的`}
                  onPress={() => setOpen(row)}
                />
              ))}
            </Card>
          )
        }
      </Answered>
      {open !== undefined && <AnswerSheet row={open} now={now} onDone={finish} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
