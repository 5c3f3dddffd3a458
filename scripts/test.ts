/** `npm test`: everything, the journeys in Chromium included. */
import { ensureBrowser } from './ensure-browser'
import { bin, fastSteps, runSteps, script } from './steps'

process.stdout.write(`browser: ${ensureBrowser()}\n`)
runSteps([
  ...fastSteps,
  { name: 'build of the pages', ...script('build-h5.ts') },
  { name: 'journeys in Chromium', command: bin('jest'), args: ['--selectProjects', 'journeys'] },
])
