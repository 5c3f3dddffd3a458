/** `npm test`: everything, the built mini-program and the journeys in Chromium included. */
import { ensureBrowser } from './ensure-browser'
import { bin, fastTests, readings, runSideBySide, runSteps, script } from './steps'

async function test(): Promise<void> {
  process.stdout.write(`browser: ${ensureBrowser()}\n`)
  await runSideBySide([
    { name: 'build of the mini-program', ...script('build-weapp.ts') },
    { name: 'build of the pages', ...script('build-h5.ts') },
    ...readings,
  ])
  await runSteps([
    fastTests,
    { name: 'mini-program on a played phone', command: bin('jest'), args: ['--selectProjects', 'weapp'] },
    { name: 'journeys in Chromium', command: bin('jest'), args: ['--selectProjects', 'journeys'] },
  ])
}

void test()
