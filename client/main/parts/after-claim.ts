import { restart } from '../../kernel/routes'

/** Where one goes on once it is known who one is: to the theme day that was being opened, else home. */
export function goOn(next: string | undefined): void {
  if (next === undefined || next === '') restart('home')
  else restart('checkIn', { code: next })
}
