/** 党费收支: sums of a year for every member, and for officers the paper that is put up once a year. */

import { View } from '@tarojs/components'
import { useState } from 'react'
import { yearOf } from '#shared/dues/ids'
import { dayOf } from '#shared/kernel/day'
import { api } from '../../kernel/api'
import { useNow } from '../../kernel/clock'
import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { PrintFoot } from '../../ui/PrintFoot'
import { NotStarted } from '../parts/NotStarted'
import { useIsInspector } from '../parts/use-is-inspector'
import { useIsOfficer } from '../parts/use-is-officer'
import { YearPicker } from '../parts/YearPicker'
import { shiftYear } from '../parts/year-month'
import { YearSheet } from './parts/YearSheet'

export default function YearSheetPage() {
  const { year: given } = useParams('duesSheet')
  const today = dayOf(useNow())
  const thisYear = today.slice(0, 4)
  const [isOfficer, isInspector] = [useIsOfficer(), useIsInspector()]
  const isKeeper = isOfficer || isInspector
  // Members read what is over: it is published once a year.
  const lastYear = isKeeper ? thisYear : shiftYear(thisYear, -1)
  const [chosen, choose] = useState(given)
  const year = chosen ?? lastYear
  const query = useQuery(`dues.getYearSheet ${year}`, () => api.dues.getYearSheet({ year }))
  const { startMonth } = query.data ?? {}
  return (
    <Page width="desk" foot={isKeeper && startMonth !== undefined && <PrintFoot />}>
      <Answered query={query} lines={8}>
        {(sheet) =>
          sheet.startMonth === undefined ? (
            <NotStarted />
          ) : yearOf(sheet.startMonth) > lastYear ? (
            <Empty icon="file-text" words="今年的收支，明年初公布" note="以前的见纸质党费册" />
          ) : (
            <>
              {yearOf(sheet.startMonth) < lastYear && (
                <View className="no-print">
                  <YearPicker year={year} from={yearOf(sheet.startMonth)} to={lastYear} onChange={choose} />
                </View>
              )}
              <YearSheet sheet={sheet} today={today} />
            </>
          )
        }
      </Answered>
    </Page>
  )
}
