/** The only clock of the cloud side. Everything else is told the time. */
export interface Clock {
  /** ms */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that runs on from a given instant: for trying out another day. */
export function clockFrom(instant: number): Clock {
  const ahead = instant - Date.now()
  return { now: () => Date.now() + ahead }
}
