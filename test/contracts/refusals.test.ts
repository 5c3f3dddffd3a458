import { demoContracts } from '#shared/contracts'
import type { Contracts } from '#shared/kernel/contract'
import { newVillage } from '../village/village'
import { scenes } from './refusals'

const contracts: Contracts = demoContracts
const table = Object.entries(scenes).flatMap(([feature, actions]) =>
  Object.entries(actions).flatMap(([verb, codes]) =>
    Object.entries(codes).map(([code, scene]) => ({
      feature,
      verb,
      code,
      scene,
      sentence: contracts[feature]?.[verb]?.refusals[code] ?? '',
    })),
  ),
)

describe('every refusal of every action', () => {
  it.each(table)(
    '$feature.$verb refuses with $code, in a sentence without holes, and stores nothing',
    async ({ scene, code, sentence }) => {
      const village = await newVillage({ isDemonstration: true })
      const reply = await scene(village)
      expect(reply).toMatchObject({ ok: false, code })
      if (reply.ok) throw new Error('not refused')
      expect(reply.message).not.toMatch(/[{}]/)
      // The sentence is the contract's, its holes filled.
      expect(reply.message).toMatch(new RegExp(`^${sentence.replace(/\{\w+\}/g, '.+')}$`))
      expect(village.lines.at(-1)).toMatchObject({ outcome: code })
      await village.close()
    },
  )
})
