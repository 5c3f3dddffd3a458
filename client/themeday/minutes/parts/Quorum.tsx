import { View } from '@tarojs/components'
import { hasQuorum, missingForQuorum } from '#shared/themeday/tally'
import { api } from '../../../kernel/api'
import { useQuery } from '../../../kernel/use-query'
import { Icon } from '../../../ui/Icon'
import './minutes.scss'

/** Whether there may be a vote at all: said before the numbers are written. */
export function Quorum({ themeDayId }: { readonly themeDayId: string }) {
  const { data } = useQuery(`themeday.countAttendance ${themeDayId}`, () => api.themeday.countAttendance({ themeDayId }))
  if (data === undefined) return null
  const isEnough = hasQuorum(data)
  return (
    <View className={isEnough ? 'minutes-quorum t-body t-ok' : 'minutes-quorum t-body t-pending'}>
      <Icon name={isEnough ? 'circle-check' : 'circle-alert'} />
      <View>
        {isEnough
          ? `正式党员到了 ${data.votersPresent} 位，过半数，可以表决`
          : `正式党员到了 ${data.votersPresent} 位，还差 ${missingForQuorum(data)} 位才能表决`}
      </View>
    </View>
  )
}
