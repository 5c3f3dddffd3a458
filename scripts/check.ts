/** `npm run check`: everything that takes seconds. */
import { fastSteps, runSteps } from './steps'

runSteps(fastSteps)
