/** T7 开通: each system on or off, from when, and by which paper. */
import { useState } from 'react'
import { instantOf, sayDate } from '#shared/kernel/day'
import { systemNotes, systemWords } from '#shared/systems/words'
import { api } from '../../kernel/api'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { StatusTag } from '../../ui/StatusTag'
import { type SystemRow, TurnSheet } from '../parts/TurnSheet'

export default function SwitchesPage() {
  const query = useQuery('systems.list', () => api.systems.list({}))
  const [open, setOpen] = useState<SystemRow>()
  const done = () => {
    setOpen(undefined)
    query.refresh()
  }
  return (
    <Page title="开通哪些系统" note="停用以后，没有人再看见它；记过的还在">
      <Answered query={query}>
        {({ rows }) => (
          <>
            <Card kind="list">
              {rows.map((row) => (
                <Row
                  key={row.system}
                  isStrong
                  title={systemWords[row.system]}
                  note={row.last === undefined ? `${systemNotes[row.system]}。还没写过文号` : sayLast(row.last)}
                  answer={
                    <StatusTag
                      tone={row.isOn ? 'ok' : 'plain'}
                      icon={row.isOn ? 'circle-check' : 'circle'}
                      word={row.isOn ? '开着' : '停着'}
                    />
                  }
                  onPress={() => setOpen(row)}
                />
              ))}
            </Card>
            {open !== undefined && <TurnSheet row={open} onDone={done} onClose={() => setOpen(undefined)} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function sayLast({ isOn, since, document }: NonNullable<SystemRow['last']>): string {
  return `${sayDate(instantOf(since, '00:00'))}起${isOn ? '开通' : '停用'}，${document}`
}
