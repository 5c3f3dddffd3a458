/** The only clock of the cloud side. Everything else is told the time. */
export interface Clock {
  /** ms */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** Runs evenly, whatever day it is and whoever sets the machine's time; only its differences mean anything. */
export const steadyClock: Clock = { now: () => performance.now() }

/** A clock that runs on from a given instant: for trying out another day. */
export function clockFrom(instant: number): Clock {
  const ahead = instant - Date.now()
  return { now: () => Date.now() + ahead }
}

/** Resolves after so many ms. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
