/** A small generator with a seed, so that a failure names the history that showed it (Park and Miller's). */
export type Chance = (below: number) => number

export function chanceOf(seed: number): Chance {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

export function oneOf<One>(chance: Chance, choices: readonly One[]): One {
  const chosen = choices[chance(choices.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}
