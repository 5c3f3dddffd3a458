import type { ReactNode } from 'react'

export interface EntryProps {
  readonly id: string
  /** Said to those who listen, where a label cannot be tied to its field. */
  readonly label: string
  readonly kind: 'text' | 'number' | 'yuan' | 'area' | 'date' | 'time' | 'code'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly placeholder?: string
  readonly maxLength?: number
  readonly lines?: number
  readonly disabled?: boolean
  readonly isWrong: boolean
  readonly noteId?: string
}

export interface EntryLabelProps {
  readonly entryId: string
  readonly className: string
  readonly children: ReactNode
}
