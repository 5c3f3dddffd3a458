export interface Watched<Value> {
  readonly get: () => Value
  readonly set: (value: Value) => void
  /** Answers how to stop listening. */
  readonly watch: (heard: (value: Value) => void) => () => void
}

/** A value the platform tells of once and then only when it changes. */
export function watched<Value>(first: Value): Watched<Value> {
  let held = first
  const listeners = new Set<(value: Value) => void>()
  return {
    get: () => held,
    set: (value) => {
      if (value === held) return
      held = value
      for (const hear of listeners) hear(value)
    },
    watch: (heard) => {
      listeners.add(heard)
      return () => {
        listeners.delete(heard)
      }
    },
  }
}
