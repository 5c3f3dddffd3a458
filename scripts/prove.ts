/**
 * `npm run prove`: the histories, crowds and kills of the tests, many times over and with more seeds. What fails prints its seed, and the
 * same seed fails again.
 */
import { bin, runSteps } from './steps'

const played = 'test/(dues/(history|crowd)|themeday/any-order|faults/kill)'

process.env.PROVE = '1'
void runSteps([
  { name: 'histories, crowds and kills', command: bin('jest'), args: ['--selectProjects', 'fast', '--testPathPatterns', played] },
])
