import { useState } from 'react'
import { heldAt } from '#shared/kernel/organisation'
import { api } from '../../kernel/api'
import { go, useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { HeldLine } from '../parts/HeldLine'
import { HeldSheet } from '../parts/HeldSheet'
import { type HeldRow, readHeld } from '../parts/held'
import { useSeat } from '../parts/use-seat'

/** S17 人员与权限: who holds which office here, until when, and whether a phone knows them. */
export default function OfficersPage() {
  const { unitId, isAbove } = useSeat(useParams('officers').unitId)
  const unit = useQuery(unitId && `organisation.getUnit ${unitId}`, () => api.organisation.getUnit({ unitId: unitId ?? '' }))
  const held = useQuery(unitId && `roles.list ${unitId}`, () => readHeld(unitId ?? ''))
  const [chosen, choose] = useState<HeldRow>()
  const close = () => {
    choose(undefined)
    held.refresh()
  }
  if (unitId === undefined) {
    return (
      <Page title="人员与权限">
        <ErrorBox refusal={{ code: 'NOT_ALLOWED', message: '这里只有支书、镇里和县里能看' }} />
      </Page>
    )
  }
  const mayHandOver = isAbove && unit.data !== undefined && heldAt.secretary.includes(unit.data.level)
  return (
    <Page
      title="人员与权限"
      {...(unit.data === undefined ? {} : { note: unit.data.name })}
      foot={held.state === 'ready' && <Press kind="primary" icon="plus" label="定一个身份" onPress={() => go('give', { unitId })} />}
    >
      <Answered query={held} lines={5}>
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <Empty icon="user" words="这里还没有定人" />
            ) : (
              <Card kind="list">
                {rows.map((row) => (
                  <HeldLine key={row.grantId} row={row} onPress={() => choose(row)} />
                ))}
              </Card>
            )}
            {mayHandOver && <Press kind="plain" icon="refresh-cw" label="书记换人，办交接" onPress={() => go('handOver', { unitId })} />}
          </>
        )}
      </Answered>
      {chosen !== undefined && <HeldSheet row={chosen} onClose={close} />}
    </Page>
  )
}
