import { View } from '@tarojs/components'
import { useState } from 'react'
import { yearOf } from '#shared/dues/ids'
import { sayMonth } from '#shared/kernel/day'
import { Answered } from '../../../ui/Answered'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { YearDots } from '../../../ui/YearDots'
import { YearPicker } from '../../parts/YearPicker'
import { Entries } from './Entries'
import { monthFaces } from './month-faces'
import { OnPaper } from './OnPaper'
import { lastYearOf } from './say-mine'
import { type MyDues, useMyDues } from './use-my-dues'

/** One year at a time; the running one is there already, any other is asked for. */
export function MyYear({ dues }: { readonly dues: MyDues }) {
  const [chosen, choose] = useState<string>()
  const year = chosen ?? dues.year
  const isOther = year !== dues.year
  const other = useMyDues(isOther, year)
  const [from, to] = [yearOf(dues.startMonth ?? dues.year), lastYearOf(dues)]
  return (
    <>
      {from < to ? (
        <YearPicker year={year} from={from} to={to} onChange={choose} />
      ) : (
        <View className="t-title" {...headingOf(2)}>
          {year}年
        </View>
      )}
      {isOther ? <Answered query={other}>{(told) => <OneYear dues={told} />}</Answered> : <OneYear dues={dues} />}
    </>
  )
}

function OneYear({ dues }: { readonly dues: MyDues }) {
  const { year, months } = dues
  const paid = months.filter(({ state }) => state === 'paid' || state === 'elsewhere').length
  return (
    <>
      <Card className="mine-year">
        <YearDots
          label={`${year}年的党费`}
          dots={months.map(({ month, state }) => ({ key: month, label: sayMonth(month), face: monthFaces[state] }))}
        />
        {paid > 0 && <View className="t-body t-2">已交 {paid} 个月</View>}
      </Card>
      <Entries entries={dues.entries} year={year} />
      <OnPaper dues={dues} />
    </>
  )
}
