import { useState } from 'react'
import { api } from '../../../kernel/api'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { HardshipSheet } from './HardshipSheet'

/** Requests for relief, one at a time: whose turn has not come is not seen, and what is decided is not seen any more. */
export function Hardships() {
  const [isOpen, setOpen] = useState(false)
  const query = useQuery('dues.listHardships 1', () => api.dues.listHardships({ limit: 1 }))
  const done = () => {
    setOpen(false)
    query.refresh()
  }
  return (
    <Answered query={query} lines={1}>
      {({ rows: [request], next }) =>
        request === undefined ? null : (
          <>
            <Card kind="list">
              <Row
                icon="flag"
                tone="pending"
                isStrong
                title="困难减免，等您批"
                note={`${request.branchName}报的${next === undefined ? '' : '，后面还有'}`}
                onPress={() => setOpen(true)}
              />
            </Card>
            {isOpen && <HardshipSheet request={request} onDone={done} onClose={() => setOpen(false)} />}
          </>
        )
      }
    </Answered>
  )
}
