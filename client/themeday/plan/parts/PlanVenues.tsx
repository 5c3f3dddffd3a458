import { useState } from 'react'
import { venueWords } from '#shared/themeday/words'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import type { PlanVenue } from '../../parts/plan'
import { VenueSheet } from './VenueSheet'

interface PlanVenuesProps {
  readonly venues: readonly PlanVenue[]
  readonly onChange: (venues: readonly PlanVenue[]) => void
}

const mostVenues = 8

/** Further places of the same day, each with somebody who sees to it. */
export function PlanVenues({ venues, onChange }: PlanVenuesProps) {
  /** its place in the list; one behind the last is a new one */
  const [open, setOpen] = useState<number>()
  const done = (next: readonly PlanVenue[]) => {
    onChange(next)
    setOpen(undefined)
  }
  const placed = venues.map((venue, place) => ({ ...venue, place }))
  return (
    <>
      {venues.length > 0 && (
        <Card kind="list">
          {placed.map(({ kind, name, organiser, place }) => (
            <Row key={place} title={name} isStrong note={`${venueWords[kind]}，${organiser}负责`} onPress={() => setOpen(place)} />
          ))}
        </Card>
      )}
      {venues.length < mostVenues && <Press kind="plain" icon="plus" label="加一个会场" onPress={() => setOpen(venues.length)} />}
      {open !== undefined && (
        <VenueSheet
          venue={venues[open]}
          onDone={(venue) => done([...venues.slice(0, open), venue, ...venues.slice(open + 1)])}
          onRemove={() => done(venues.filter((_, index) => index !== open))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
