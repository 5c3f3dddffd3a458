/**
 * `npm run prove`: the histories, crowds and kills of the tests, many times over and with more seeds. What fails prints its seed, and the
 * same seed fails again. `npm run prove strangers`: what strangers, members and officers may try, as long.
 */
import { bin, runSteps } from './steps'

const proofs = {
  played: { name: 'histories, crowds and kills', pattern: 'test/(dues/(history|crowd)|themeday/any-order|faults/kill)' },
  strangers: {
    name: 'strangers',
    pattern: 'test/(strangers/|contracts/authorization|systems/composed|claims/ways-in|members/(twins|numbers)|dues/races|faults/kill)',
  },
} as const

const { name, pattern } = process.argv[2] === 'strangers' ? proofs.strangers : proofs.played

process.env.PROVE = '1'
void runSteps([{ name, command: bin('jest'), args: ['--selectProjects', 'fast', '--testPathPatterns', pattern] }])
