/** A printed code opens `/s/<code>`; the pages live behind the hash. Runs before the router reads the address. */
import { paths } from './routes'

const scanned = /^\/s\/([0-9A-Za-z][0-9A-Za-z._-]{0,139})\/?$/.exec(location.pathname)?.[1]
if (scanned !== undefined) history.replaceState(null, '', `/#/${paths.landing}?code=${scanned}`)
