import { useState } from 'react'
import { monthOf } from '#shared/kernel/day'
import { api } from '../../../kernel/api'
import { useNow } from '../../../kernel/clock'
import { go } from '../../../kernel/routes'
import { useQuery } from '../../../kernel/use-query'
import { Press } from '../../../ui/Press'
import type { Book } from '../../parts/approval-row'
import { useIsSecretary } from '../../parts/use-is-secretary'
import { CheckersSheet } from './CheckersSheet'

/** What a branch that has begun still lacks: who checks, then what so many pay. Undefined: nothing. */
export type Lack = { readonly is: 'checkers' } | { readonly is: 'amounts'; readonly count: number }

export function useLack(book: Book | undefined): Lack | undefined {
  const month = monthOf(useNow())
  const isSecretary = useIsSecretary()
  const unset = useQuery(book && `dues.countMonth ${month}`, () => api.dues.countMonth({ month })).data?.unset ?? 0
  if (book?.checkers.length === 0 && isSecretary) return { is: 'checkers' }
  return unset > 0 ? { is: 'amounts', count: unset } : undefined
}

interface NextStepProps {
  readonly lack: Lack
  readonly book: Book
  readonly onChanged: () => void
}

/** The one thing to do next, under the thumb of whoever has just begun. */
export function NextStep({ lack, book, onChanged }: NextStepProps) {
  const [isNaming, setNaming] = useState(false)
  const close = () => setNaming(false)
  const named = () => {
    close()
    onChanged()
  }
  return (
    <>
      {lack.is === 'checkers' ? (
        <Press kind="primary" label="指定核对的人" onPress={() => setNaming(true)} />
      ) : (
        <Press kind="primary" label={`去核定，还有 ${lack.count} 位`} onPress={() => go('approvals')} />
      )}
      {isNaming && <CheckersSheet book={book} onDone={named} onClose={close} />}
    </>
  )
}
