/** Where a day is held at several places: at which of them this phone stands. */
import { useState } from 'react'
import { mainVenueId } from '#shared/themeday/ids'
import { device } from '../../kernel/device'
import type { PresentRow, ThemeDay } from './roll'

const key = 'lianxin.venue'

export interface Place {
  readonly value: string
  readonly title: string
}

/** The plan's own place first. */
export function placesOf({ place, venues }: Pick<ThemeDay, 'place' | 'venues'>): readonly Place[] {
  return [{ value: mainVenueId, title: place }, ...venues.map(({ venueId, name }) => ({ value: venueId, title: name }))]
}

/** Kept for this theme day: an organiser stays where they are. */
export function useVenue({ themeDayId, venues }: Pick<ThemeDay, 'themeDayId' | 'venues'>) {
  const [chosen, setChosen] = useState(() => keptFor(themeDayId))
  const venueId = venues.some((venue) => venue.venueId === chosen) ? chosen : mainVenueId
  const choose = (next: string) => {
    device.save(key, { themeDayId, venueId: next })
    setChosen(next)
  }
  return { venueId, choose }
}

function keptFor(themeDayId: string): string {
  const kept = device.load(key)
  const isKept = typeof kept === 'object' && kept !== null && 'themeDayId' in kept && 'venueId' in kept
  return isKept && kept.themeDayId === themeDayId && typeof kept.venueId === 'string' ? kept.venueId : mainVenueId
}

/** `会议室 15 人，李大爷家 6 人`: whoever was counted without a word of where was at the plan's own place. */
export function sayPlaces(themeDay: Pick<ThemeDay, 'place' | 'venues'>, present: readonly PresentRow[]): string {
  const count = (venueId: string) => present.filter(({ attendance }) => (attendance.venueId ?? mainVenueId) === venueId).length
  return placesOf(themeDay)
    .map(({ value, title }) => `${title} ${count(value)} 人`)
    .join('，')
}
