import { View } from '@tarojs/components'
import { roleOf } from './aria'
import './seats.scss'

interface SeatsProps {
  readonly filled: number
  readonly total: number
  /** `18 人到了，还差 8 人` for those who listen. */
  readonly caption: string
}

/** One little seat a person; they fill up one by one. */
export function Seats({ filled, total, caption }: SeatsProps) {
  const seats = Array.from({ length: total }, (_, seat) => ({ id: `seat${seat}`, isFilled: seat < filled }))
  return (
    <View className="seats" {...roleOf('img')} aria-label={caption}>
      {seats.map((seat) => (
        <View key={seat.id} className={seat.isFilled ? 'seats-seat is-filled' : 'seats-seat'} />
      ))}
    </View>
  )
}
