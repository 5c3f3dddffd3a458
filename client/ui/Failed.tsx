import type { Refusal } from '../kernel/api'
import { ErrorBox, type ErrorBoxProps } from './ErrorBox'

interface FailedProps extends Pick<ErrorBoxProps, 'action' | 'onAgain'> {
  readonly command: { readonly refusal: Refusal | undefined; readonly isUnreachable: boolean }
}

/** Above the button that sends: what was said to the last attempt, and nothing while there is nothing to say. */
export function Failed({ command: { refusal, isUnreachable }, ...way }: FailedProps) {
  if (refusal === undefined && !isUnreachable) return null
  return <ErrorBox isCommand refusal={refusal} unreachable={isUnreachable} {...way} />
}
