import { sayCapital } from '#shared/dues/capital'
import { fen } from '#shared/kernel/fen'

describe('an amount in capital numerals', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [10_005, '壹佰元零伍分'],
    [1_050, '壹拾元伍角整'],
    [167_364, '壹仟陆佰柒拾叁元陆角肆分'],
    [100_100, '壹仟零壹元整'],
    [1_000_000, '壹万元整'],
    [1_000_100, '壹万零壹元整'],
    [10_020_000, '壹拾万零贰佰元整'],
    [12_345_678, '壹拾贰万叁仟肆佰伍拾陆元柒角捌分'],
    [100_000_000_00, '壹亿元整'],
    [100_001_000_00, '壹亿零壹仟元整'],
    [-4_900, '负肆拾玖元整'],
  ])('%s fen: %s', (amount, said) => expect(sayCapital(fen(amount))).toBe(said))
})
