/** One member's payment before it is asked of the server: the same bounds, said on the button. */
import type { DueMonth } from '#shared/dues/recording'
import { instantOf } from '#shared/kernel/day'
import { fen } from '#shared/kernel/fen'
import type { MonthRow } from '../../client/dues/parts/collecting'
import { formOf, gapOf, inputOf, type PaymentForm, totalFenOf } from '../../client/dues/payment/parts/payment-form'

const now = instantOf('2026-11-25', '09:40')
const row: MonthRow = { memberId: 'm1', name: '张建国', state: 'due', assessedFen: 50, arrears: [] }
const due = (month: string): DueMonth => ({ month, fen: fen(50) })
const form = (change: Partial<PaymentForm> = {}): PaymentForm => ({ ...formOf(row, [due('2026-11')]), day: '2026-11-25', ...change })

describe('a payment of one member', () => {
  it('begins as this month, in cash, from the member, on a day that nobody chose yet', () => {
    expect(formOf(row, []).day).toBeUndefined()
    expect(gapOf(form(), now)).toBeUndefined()
    expect(inputOf(form(), 'm1')).toEqual({
      memberId: 'm1',
      months: ['2026-11'],
      dueFen: 50,
      day: '2026-11-25',
      way: 'cash',
      payer: { kind: 'self' },
    })
  })

  it('takes day and way from what the member said', () => {
    const note = { month: '2026-11', day: '2026-11-20', way: 'transfer', at: now, state: 'waiting' } as const
    expect(formOf({ ...row, note }, [])).toMatchObject({ day: '2026-11-20', way: 'transfer' })
  })

  it.each<[string, Partial<PaymentForm>, string | undefined]>([
    ['no month and no gift', { months: [] }, '请选交哪个月的'],
    ['a gift alone', { months: [], gift: '5' }, undefined],
    ['a gift that is no amount', { gift: '1.005' }, '请看一眼多交的数'],
    ['a relative without a name', { payer: 'relative', hasConsent: true }, '请写谁代交的'],
    ['a relative without consent', { payer: 'relative', relative: '女儿张敏' }, '代交要支部同意'],
    ['a relative, agreed', { payer: 'relative', relative: '女儿张敏', hasConsent: true }, undefined],
    ['another member, not chosen', { payer: 'member', hasConsent: true }, '请选谁代交的'],
    ['a day ahead', { day: '2026-11-26' }, '请看一眼日期'],
    ['six months back', { months: [due('2026-05')] }, undefined],
    ['seven months back', { months: [due('2026-04')] }, '请写支部怎么说的'],
    ['seven months back, with a note', { months: [due('2026-04')], branchNote: '支委会同意' }, undefined],
    ['a gift one fen short of a large one', { gift: '999.99' }, undefined],
    ['a large gift, unasked', { gift: '1000' }, '请先看三件事'],
    ['a large gift, one question open', { gift: '1000.00', answered: ['isWilling', 'goesUpWhole'] }, '请先看三件事'],
    ['a large gift, asked', { gift: '1000.00', answered: ['isWilling', 'profileIsReady', 'goesUpWhole'] }, undefined],
  ])('%s', (_, change, gap) => {
    expect(gapOf(form(change), now)).toBe(gap)
  })

  it('comes to what is due and what is given beside it, and says yes only where it was asked', () => {
    const large = form({ months: [due('2026-04'), due('2026-11')], branchNote: ' 支委会同意 ', gift: '1000' })
    expect(totalFenOf(large)).toBe(100_100)
    expect(inputOf(large, 'm1')).toMatchObject({ dueFen: 100, giftFen: 100_000, branchNote: '支委会同意' })
    expect(inputOf(large, 'm1').checklist).toEqual({ isWilling: true, profileIsReady: true, goesUpWhole: true })
    expect(inputOf(form({ gift: '999.99' }), 'm1')).not.toHaveProperty('checklist')
  })
})
