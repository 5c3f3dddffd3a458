/** Numbers as they are read aloud: a machine says 8:50 as it likes. */
import { sayClock } from '#shared/kernel/day'

/** `8点50分`, `9点整` */
export function sayClockAloud(instant: number): string {
  const [hour = '', minute = ''] = sayClock(instant).split(':')
  return minute === '00' ? `${hour}点整` : `${hour}点${minute}分`
}
