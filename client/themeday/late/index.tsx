/** Check-ins that arrived after the day or were asked for afterwards, one by one: the secretary knows who was there. */
import { useState } from 'react'
import { sayClock, sayDayNear } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import { lateCheckInWords } from '#shared/themeday/words'
import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { readAll } from '../../kernel/read-all'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { type LateRow, LateSheet } from './parts/LateSheet'
import { TakeBack } from './parts/TakeBack'

export default function LatePage() {
  return (
    <Page title="等您点头" note="晚到的签到和补签">
      <SecretaryOnly>
        <Waiting />
      </SecretaryOnly>
    </Page>
  )
}

function Waiting() {
  const now = useNow()
  const [open, setOpen] = useState<LateRow>()
  const query = useQuery('themeday.listLate', () => readAll((page) => api.themeday.listLate(page)))
  const close = () => setOpen(undefined)
  const [sentBack, setSentBack] = useState<LateRow>()
  const done = (outcome: 'approved' | 'sentBack') => {
    setSentBack(outcome === 'sentBack' ? open : undefined)
    close()
    query.refresh()
  }
  return (
    <Answered query={query}>
      {(rows) => (
        <>
          {rows.length === 0 ? (
            <Empty icon="circle-check" words="没有等您点头的了" note="有晚到的、补签的，本月里会写着" />
          ) : (
            <Card kind="list">
              {rows.map((row) => (
                <Row
                  key={`${row.themeDayId} ${row.memberId}`}
                  isStrong
                  title={row.name}
                  note={`${themeDayTitle(row.month)}，${sayWhy(row, now)}`}
                  onPress={() => setOpen(row)}
                />
              ))}
            </Card>
          )}
          {sentBack !== undefined && <TakeBack row={sentBack} onDone={() => setSentBack(undefined)} />}
          {open !== undefined && <LateSheet row={open} now={now} onDone={done} onClose={close} />}
        </>
      )}
    </Answered>
  )
}

/** Asked for afterwards: why. Tapped on the day: when, as far as the phone's clock can be believed. */
function sayWhy({ why, at, isClockSure }: LateRow, now: number): string {
  if (why !== undefined) return `补签：${lateCheckInWords[why]}`
  return isClockSure ? `${sayDayNear(at, now)} ${sayClock(at)} 点的` : '手机的钟不准'
}
