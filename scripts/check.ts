/** `npm run check`: everything that takes seconds. */
import { fastTests, readings, runSideBySide, runSteps } from './steps'

async function check(): Promise<void> {
  await runSideBySide(readings)
  await runSteps([fastTests])
}

void check()
