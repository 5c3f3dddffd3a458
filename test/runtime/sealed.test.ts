import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemChance } from '../../cloudfunctions/runtime/chance'
import { openLocalKeys } from '../../cloudfunctions/runtime/keys'
import { SealBroken, type Sealer, sealerOf } from '../../cloudfunctions/runtime/sealed'

const phone = '13800000001'

describe('a sealed field', () => {
  const folders: string[] = []
  const newSealer = (): Sealer => {
    const folder = mkdtempSync(join(tmpdir(), 'sealed-'))
    folders.push(folder)
    return sealerOf(openLocalKeys(folder), systemChance)
  }
  const sealer = newSealer()
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true })
  })

  it.each([phone, '', '陈芳 · 阿依古丽', 'x'.repeat(400)])('opens to what was sealed: %s', (text) => {
    expect(sealer.open(sealer.seal(text))).toBe(text)
  })

  it('says its key, hides the text and is another one each time', () => {
    const [first, second] = [sealer.seal(phone), sealer.seal(phone)]
    expect(first).toMatch(/^k1:[\w-]{22}:[\w-]{22}:[\w-]{43}$/)
    expect(first).not.toContain(phone)
    expect(new Set([...first.split(':'), ...second.split(':')]).size).toBe(7)
  })

  it.each([0, 1, 2, 3])('does not open once its part %i is changed', (place) => {
    const parts = sealer.seal(phone).split(':')
    parts[place] = place === 0 ? 'k2' : `${parts[place]?.startsWith('A') ? 'B' : 'A'}${parts[place]?.slice(1)}`
    expect(() => sealer.open(parts.join(':'))).toThrow(SealBroken)
  })

  it.each(['', 'k1', 'k1:::', phone])('does not open from %p, and repeats nothing of it', (wrong) => {
    expect(() => sealer.open(wrong)).toThrow(new SealBroken().message)
    expect(() => sealer.open(`${sealer.seal(phone)}:more`)).toThrow(SealBroken)
  })

  it('does not open with the keys of another deployment', () => {
    expect(() => newSealer().open(sealer.seal(phone))).toThrow(SealBroken)
  })

  it('is found by an index that is the same each time here and another one elsewhere', () => {
    expect(sealer.index(phone)).toMatch(/^[\w-]{43}$/)
    expect(sealer.index(phone)).toBe(sealer.index(phone))
    expect(sealer.index(phone)).not.toBe(sealer.index('13800000002'))
    expect(newSealer().index(phone)).not.toBe(sealer.index(phone))
  })
})
