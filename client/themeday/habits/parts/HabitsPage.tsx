import { View } from '@tarojs/components'
import { useState } from 'react'
import { instantOf, sayDay } from '#shared/kernel/day'
import { nextFixedDay, sayFixedDay } from '#shared/themeday/fixed-day'
import { type Way, ways } from '#shared/themeday/ids'
import { wayWords } from '#shared/themeday/words'
import { type Answer, api } from '../../../kernel/api'
import { useNow } from '../../../kernel/clock'
import { back } from '../../../kernel/routes'
import { useCommand } from '../../../kernel/use-command'
import { headingOf } from '../../../ui/aria'
import { Failed } from '../../../ui/Failed'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Ticks } from '../../../ui/Ticks'
import { FixedDayFields } from './FixedDayFields'
import { type DayForm, fixedDayOf, formOf } from './fixed-day-form'

type HabitsAnswer = Answer<'themeday', 'getHabits'>

const wayRows = ways.map((way) => ({ value: way, ...wayWords[way] }))

/** The fixed day, and which ways to be counted there are; those without a phone are counted by name, whatever is chosen. */
export function HabitsPage({ habits }: { readonly habits: HabitsAnswer }) {
  const [form, setForm] = useState<DayForm>(() => formOf(habits.fixedDay))
  const [chosen, setChosen] = useState<readonly Way[]>(habits.ways)
  const setting = useCommand(api.themeday.setHabits)
  const day = fixedDayOf(form)
  const isWhole = form.kind === 'none' || day !== undefined
  const keep = async () => {
    if ((await setting.run({ ways: [...chosen], ...(day === undefined ? {} : { fixedDay: day }) })) !== undefined) back()
  }
  return (
    <Page
      title="我们支部的习惯"
      foot={
        <>
          <Failed command={setting} />
          <Press
            kind="primary"
            label={isWhole ? '就按这个来' : '先选好哪一天'}
            disabled={!isWhole}
            isBusy={setting.isRunning}
            busyLabel="正在存…"
            onPress={() => void keep()}
          />
        </>
      }
    >
      <FixedDayFields form={form} onChange={setForm} />
      {day !== undefined && <NextDay day={day} />}
      <View className="t-body t-strong" {...headingOf(2)}>
        用哪些办法签到
      </View>
      <Ticks
        label="用哪些办法签到"
        rows={wayRows}
        ticked={chosen}
        onChange={(ticked) => setChosen(ways.filter((way) => way === 'rollCall' || ticked.includes(way)))}
      />
    </Page>
  )
}

/** Read back as the next day it comes to: a wrong week shows there. */
function NextDay({ day }: { readonly day: NonNullable<HabitsAnswer['fixedDay']> }) {
  const now = useNow()
  const next = nextFixedDay(day, now, () => false)
  if (next === undefined) return null
  return (
    <View className="t-body t-2">
      {sayFixedDay(day)}，下一次是 {sayDay(instantOf(next, '12:00'))}
    </View>
  )
}
