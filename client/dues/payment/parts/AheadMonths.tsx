import { View } from '@tarojs/components'
import type { DueMonth } from '#shared/dues/recording'
import { monthStateWords, sayMonths } from '#shared/dues/words'
import type { MonthKey } from '#shared/kernel/day'
import { fen } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { useThisYear } from '../../parts/use-this-year'
import { MonthTicks } from './MonthTicks'

interface AheadMonthsProps {
  readonly memberId: string
  readonly months: readonly MonthKey[]
  readonly chosen: readonly DueMonth[]
  readonly onChange: (chosen: readonly DueMonth[]) => void
}

/** What is due later follows from approvals that may differ month by month. */
export function AheadMonths({ memberId, months, chosen, onChange }: AheadMonthsProps) {
  const year = useThisYear()
  const query = useQuery(`dues.listAhead ${memberId} ${months.join(' ')}`, () => api.dues.listAhead({ memberId, months: [...months] }))
  return (
    <Answered query={query} lines={3}>
      {({ months: standings }) => {
        const open = standings.filter(({ state }) => state === 'ahead' || state === 'due' || state === 'overdue')
        const unset = open.filter(({ assessedFen }) => assessedFen === undefined)
        return (
          <>
            <MonthTicks
              label={sayMonths(months, year)}
              months={open.flatMap(({ month, assessedFen }) => (assessedFen === undefined ? [] : [{ month, fen: fen(assessedFen) }]))}
              chosen={chosen}
              onChange={onChange}
            />
            {unset.length > 0 && (
              <View className="t-note t-2">
                {sayMonths(
                  unset.map(({ month }) => month),
                  year,
                )}
                {monthStateWords.unset}
              </View>
            )}
          </>
        )
      }}
    </Answered>
  )
}
