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
import { Page } from '../../ui/Page'
import { PrintFoot } from '../../ui/PrintFoot'
import { NotStarted } from '../parts/NotStarted'
import { useIsInspector } from '../parts/use-is-inspector'
import { useIsOfficer } from '../parts/use-is-officer'
import { YearPicker } from '../parts/YearPicker'
import { YearSheet } from './parts/YearSheet'

export default function YearSheetPage() {
  const { year: given } = useParams('duesSheet')
  const today = dayOf(useNow())
  const thisYear = today.slice(0, 4)
  const [year, choose] = useState(given ?? thisYear)
  const isOfficer = useIsOfficer()
  const isInspector = useIsInspector()
  const query = useQuery(`dues.getYearSheet ${year}`, () => api.dues.getYearSheet({ year }))
  const { startMonth } = query.data ?? {}
  return (
    <Page width="desk" foot={(isOfficer || isInspector) && startMonth !== undefined && <PrintFoot />}>
      <Answered query={query} lines={8}>
        {(sheet) =>
          sheet.startMonth === undefined ? (
            <NotStarted />
          ) : (
            <>
              {yearOf(sheet.startMonth) < thisYear && (
                <View className="no-print">
                  <YearPicker year={year} from={yearOf(sheet.startMonth)} to={thisYear} onChange={choose} />
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
