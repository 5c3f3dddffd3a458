import type { ReactNode } from 'react'
import type { Query } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { NotStarted } from './NotStarted'

interface StartedProps<Data, Code extends string> {
  readonly query: Query<Data, Code>
  readonly lines?: number
  readonly children: (data: Data) => ReactNode
}

/** An answer about dues; before the branch has begun, how to begin. */
export function Started<Data, Code extends string>({ query, lines, children }: StartedProps<Data, Code>) {
  if (query.refusal?.code === 'NOT_STARTED') return <NotStarted />
  return (
    <Answered query={query} {...(lines === undefined ? {} : { lines })}>
      {children}
    </Answered>
  )
}
