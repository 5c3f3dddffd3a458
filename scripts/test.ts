/** `npm test`: everything, the built mini-program and the journeys in Chromium included. */
import { ensureBrowser } from './ensure-browser'
import { bin, fastSteps, runSteps, script } from './steps'

process.stdout.write(`browser: ${ensureBrowser()}\n`)
runSteps([
  ...fastSteps,
  { name: 'build of the mini-program', ...script('build-weapp.ts') },
  { name: 'mini-program on a played phone', command: bin('jest'), args: ['--selectProjects', 'weapp'] },
  { name: 'build of the pages', ...script('build-h5.ts') },
  { name: 'journeys in Chromium', command: bin('jest'), args: ['--selectProjects', 'journeys'] },
])
