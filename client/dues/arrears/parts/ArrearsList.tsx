import { useState } from 'react'
import { yearOf } from '#shared/dues/ids'
import { monthOf } from '#shared/kernel/day'
import { useNow } from '../../../kernel/clock'
import { useIsOfficer } from '../../parts/use-is-officer'
import { ArrearsCard } from './ArrearsCard'
import { ExcuseSheet } from './ExcuseSheet'
import type { ArrearsRow } from './say-arrears'
import './arrears.scss'

interface ArrearsListProps {
  readonly rows: readonly ArrearsRow[]
  readonly onChanged: () => void
}

/** A card each, in roster order: nobody is ranked by what they owe. */
export function ArrearsList({ rows, onChanged }: ArrearsListProps) {
  const isOfficer = useIsOfficer()
  const year = yearOf(monthOf(useNow()))
  const [excusedId, excuse] = useState<string>()
  const close = () => excuse(undefined)
  return (
    <>
      {rows.map((row) => (
        <ArrearsCard key={row.memberId} {...{ row, year }} {...(isOfficer ? { onExcuse: () => excuse(row.memberId) } : {})} />
      ))}
      {excusedId !== undefined && (
        <ExcuseSheet
          memberId={excusedId}
          year={year}
          onDone={() => {
            close()
            onChanged()
          }}
          onClose={close}
        />
      )}
    </>
  )
}
