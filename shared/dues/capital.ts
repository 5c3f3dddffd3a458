/** Amounts in the capital numerals of a voucher, which nobody can alter with a stroke of the pen. */
import { type Fen, sayYuan } from '#shared/kernel/fen'

const numerals = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['仟', '佰', '拾', '']

/** 167364 → `壹仟陆佰柒拾叁元陆角肆分`, 50 → `伍角整`, 10005 → `壹佰元零伍分`, 0 → `零元整` */
export function sayCapital(amount: Fen): string {
  const [yuan = '0', cents = '00'] = sayYuan(amount).replace('-', '').split('.')
  const whole = sayWhole(yuan)
  const sign = amount < 0 ? '负' : ''
  const [jiao = 0, rest = 0] = [...cents].map(Number)
  const yuanPart = whole === '' ? '' : `${whole}元`
  if (jiao === 0 && rest === 0) return `${sign}${yuanPart === '' ? '零元' : yuanPart}整`
  const jiaoPart = jiao === 0 ? (yuanPart === '' ? '' : '零') : `${numerals[jiao]}角`
  return `${sign}${yuanPart}${jiaoPart}${rest === 0 ? '整' : `${numerals[rest]}分`}`
}

/** Four digits at a time: 亿, 万, and what is below them. Empty for nothing. */
function sayWhole(yuan: string): string {
  const padded = yuan.padStart(12, '0')
  const groups = [
    [padded.slice(0, 4), '亿'],
    [padded.slice(4, 8), '万'],
    [padded.slice(8), ''],
  ] as const
  const said = groups.map(([four, unit]) => {
    const group = sayFour(four)
    return group === '' ? '零' : `${four.startsWith('0') ? '零' : ''}${group}${unit}`
  })
  return trimmed(said.join(''))
}

function sayFour(four: string): string {
  const said = [...four].map((digit, place) => (digit === '0' ? '零' : `${numerals[Number(digit)]}${places[place]}`)).join('')
  return trimmed(said)
}

/** A gap is said once, and not at either end. */
function trimmed(said: string): string {
  return said.replace(/零+/g, '零').replace(/^零|零$/g, '')
}
