/** 上缴和使用: what the branch holds, what goes up, comes back and is used; and with a line of it, its slip. */
import { useState } from 'react'
import { fen, sayYuan } from '#shared/kernel/fen'
import { api } from '../../kernel/api'
import { go, useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { NotStarted } from '../parts/NotStarted'
import { useBook } from '../parts/use-approvals'
import { useDays } from '../parts/use-days'
import { useIsOfficer } from '../parts/use-is-officer'
import { useThisYear } from '../parts/use-this-year'
import { YearPicker } from '../parts/YearPicker'
import { shiftYear } from '../parts/year-month'
import { HandInSheet } from './parts/HandInSheet'
import { InHand } from './parts/InHand'
import { LineList } from './parts/LineList'
import { LineSheet } from './parts/LineSheet'
import { RecordSheet } from './parts/RecordSheet'
import { SlipPage } from './parts/SlipPage'
import { openDaysOf, throughOf } from './parts/through'

export default function HandInPage() {
  const { year, lineId } = useParams('handIn')
  return year && lineId ? <SlipPage year={year} lineId={lineId} /> : <Book />
}

/** Years back that are worth a tap; older ones lie in print. */
const yearsBack = 5

type Open = { readonly is: 'handIn' | 'givenBack' | 'used' } | { readonly is: 'line'; readonly lineId: string }

function Book() {
  const thisYear = useThisYear()
  const [chosen, choose] = useState<string>()
  const year = chosen ?? thisYear
  const [open, setOpen] = useState<Open>()
  const isOfficer = useIsOfficer()
  const known = useBook()
  const hasBegun = known.data?.book !== undefined
  const money = useQuery(`dues.listLines ${year}`, () => api.dues.listLines({ year }))
  const days = useDays()
  const through = throughOf(days.data?.rows ?? [])
  const close = () => setOpen(undefined)
  const done = () => {
    close()
    money.refresh()
    days.refresh()
  }
  const [most] = through
  const isReady = isOfficer && hasBegun && money.state === 'ready' && days.state === 'ready'
  const usable = fen(money.data?.usableFen ?? 0)
  const line = open?.is === 'line' ? money.data?.lines.find(({ lineId }) => lineId === open.lineId) : undefined
  return (
    <Page
      title="上缴和使用"
      foot={
        isReady && (
          <Press
            kind="primary"
            label={most === undefined ? '没有要上缴的' : `上缴 ${sayYuan(most.sumFen)} 元`}
            disabled={most === undefined}
            onPress={() => setOpen({ is: 'handIn' })}
          />
        )
      }
    >
      {known.state === 'ready' && !hasBegun && <NotStarted />}
      <Answered query={money} lines={6}>
        {(kept) =>
          hasBegun && (
            <>
              <Answered query={days} lines={2}>
                {({ rows }) => <InHand money={kept} openDays={openDaysOf(rows)} />}
              </Answered>
              {isOfficer && (
                <>
                  <Press kind="plain" label="记一笔返还" onPress={() => setOpen({ is: 'givenBack' })} />
                  <Press kind="plain" label="记一笔使用" onPress={() => setOpen({ is: 'used' })} />
                </>
              )}
              <YearPicker year={year} from={shiftYear(thisYear, -yearsBack)} to={thisYear} onChange={choose} />
              <LineList lines={kept.lines} onOpen={({ lineId }) => setOpen({ is: 'line', lineId })} />
            </>
          )
        }
      </Answered>
      {open?.is === 'handIn' && (
        <HandInSheet
          through={through}
          onDone={(lineId, of) => {
            done()
            go('handIn', { year: of, lineId })
          }}
          onClose={close}
        />
      )}
      {(open?.is === 'givenBack' || open?.is === 'used') && <RecordSheet kind={open.is} usable={usable} onDone={done} onClose={close} />}
      {line !== undefined && <LineSheet line={line} canChange={isOfficer} onDone={done} onClose={close} />}
    </Page>
  )
}
