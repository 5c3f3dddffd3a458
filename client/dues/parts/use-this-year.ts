import { yearOf } from '#shared/dues/ids'
import { monthOf } from '#shared/kernel/day'
import { useNow } from '../../kernel/clock'

export function useThisYear(): string {
  return yearOf(monthOf(useNow()))
}
