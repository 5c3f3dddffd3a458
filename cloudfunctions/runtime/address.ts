/**
 * Network addresses as callers are counted by. Whoever has one address of IPv6 has 2⁶⁴ of them and takes another for each try, so
 * there the network counts; what proxies write around an address (a port, brackets, a zone) is none of it.
 */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** All addresses of the machine itself. */
export const ownMachine = '127.0.0.1'

/** For all who come with something that is no address: they share what one caller may. */
export const unknownAddress = 'unknown'

/** Half of an address of IPv6, in groups of 16 bits, names the network. */
const networkGroups = 4

/** IPv4 as it is, also where it comes in the dress of IPv6; IPv6 as its /64. Undefined: no address. */
export function countedAddress(text: string): string | undefined {
  const address = parsedAddress(text)
  if (address === undefined) return undefined
  if (address.range() === 'loopback') return ownMachine
  if (!(address instanceof ipaddr.IPv6)) return address.toString()
  return `${new ipaddr.IPv6([...address.parts.slice(0, networkGroups), 0, 0, 0, 0])}/64`
}

const innerRanges: readonly string[] = ['private', 'carrierGradeNat', 'uniqueLocal', 'linkLocal', 'loopback']

/** Whether it is one of those that mean something inside a network only. */
export function isInner(text: string): boolean {
  const address = parsedAddress(text)
  return address !== undefined && innerRanges.includes(address.range())
}

function parsedAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d{1,5})?$/, '$1')
    .replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/, '$1')
    .replace(/%.*$/, '')
  // The library also takes shortened and octal forms; nobody on the way writes those.
  return isIP(bare) === 0 ? undefined : ipaddr.process(bare)
}
