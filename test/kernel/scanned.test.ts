import { codeIn } from '../../client/kernel/scanned'

it.each([
  ['https://village.example/s/ABCD2345', 'ABCD2345'],
  ['http://192.168.1.5:7788/s/abcd2345', 'ABCD2345'],
  ['https://village.example/s/ABCD2345?from=wall#top', 'ABCD2345'],
  [' ABCD 2345 ', 'ABCD2345'],
  ['https://village.example/s/abcd2345.v2', 'ABCD2345.v2'],
  ['https://village.example/s/ABCD2345.sxyz1.abcdefGH_-12', 'ABCD2345.sxyz1.abcdefGH_-12'],
  ['ABCD2345.cm1.aB_-5678.k3.-5', 'ABCD2345.cm1.aB_-5678.k3.-5'],
  ['https://village.example/s/abcdefghjk', 'ABCDEFGHJK'],
  ['ABC DEF GHJK', 'ABCDEFGHJK'],
  ['https://village.example/s/ABCDEFGHJK.v2', undefined],
  ['https://village.example/s/ABCD2345.w7', undefined],
  ['https://village.example/s/ABCD234', undefined],
  ['https://elsewhere.example/pay/ABCD2345', undefined],
  ['', undefined],
])('from %s the code is %s', (scanned, code) => {
  expect(codeIn(scanned)).toBe(code)
})
