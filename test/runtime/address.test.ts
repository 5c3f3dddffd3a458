/** By what a caller is counted, however a proxy spells the address. */
import { countedAddress, isInner } from '../../cloudfunctions/runtime/address'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['203.0.113.7:50123', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['[::ffff:cb00:7107]:443', '203.0.113.7'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2:3:4:5:6]', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '127.0.0.1'],
  ['::ffff:127.0.0.1', '127.0.0.1'],
  ['', undefined],
  ['unknown', undefined],
  ['203.0.113', undefined],
  ['0313.0.0161.7', undefined],
  ['203.0.113.7:50123:1', undefined],
  ['203.0.113.7, 203.0.113.8', undefined],
  ['[2001:db8::1', undefined],
  ['2001:db8::1::2', undefined],
  ['__proto__', undefined],
])('%s is counted as %s', (text, counted) => expect(countedAddress(text)).toBe(counted))

it.each([
  ['10.0.0.1', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1:80', true],
  ['100.64.0.1', true],
  ['100.128.0.1', false],
  ['[fd12::1]:80', true],
  ['fe80::1%2', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['203.0.113.7', false],
  ['2001:db8::1', false],
  ['somewhere', false],
])('%s means something inside a network only: %s', (text, is) => expect(isInner(text)).toBe(is))
