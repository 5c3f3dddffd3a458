/** `npm run -s actions`: every contract as JSON, for other tools and for the generated page. */
import { describeActions } from './describe-actions'

process.stdout.write(`${JSON.stringify(describeActions(), null, 2)}\n`)
