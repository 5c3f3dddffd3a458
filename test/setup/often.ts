/** How often chance is asked: so often in every run, and so often in `npm run prove`, which takes an hour or more. */
export const often = (daily: number, proved: number): number => (process.env.PROVE === '1' ? proved : daily)

/** How long that may take. */
export const patienceMs = often(300_000, 6 * 60 * 60_000)
