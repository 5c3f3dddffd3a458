import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, monthShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { collecting, entryView } from './collect-contract'
import { officers } from './contract-parts'
import { easing } from './hardship-contract'
import { monthStates } from './ids'
import { ofMine } from './mine-contract'
import { fenShape, yearShape } from './model'
import { moneyKeeping } from './money-contract'
import { ofReceipts } from './receipt-contract'
import { setting } from './set-contract'

const registerRow = z.strictObject({
  memberId: idShape,
  name: z.string(),
  groupName: z.string().exactOptional(),
  /** is no longer on the roster */
  isFormer: z.literal(true).exactOptional(),
  /** the twelve of the year; of who left, those that were settled */
  months: z.array(
    z.strictObject({
      month: monthShape,
      state: z.enum(monthStates),
      fen: fenShape.exactOptional(),
      number: z.int().exactOptional(),
      numberYear: yearShape.exactOptional(),
    }),
  ),
  /** home payments of the year's months */
  paidFen: fenShape,
})

/** Nobody pays or is paid for several at once, and no input holds an income: `test/dues` keeps both. */
export const dues = {
  ...setting,
  ...easing,
  ...collecting,
  ...ofMine,
  ...ofReceipts,
  ...moneyKeeping,
  getRegister: action({
    summary: '看一年的党费收缴登记册：每位党员十二个月交了多少、收据几号',
    kind: 'query',
    weighs: 4,
    allow: officers,
    input: z.strictObject({ year: yearShape, ...pageInput }),
    output: pageOf(registerRow),
    refusals: {},
  }),
  listEntries: action({
    summary: '按收据号看一年里的每一笔',
    kind: 'query',
    allow: officers,
    input: z.strictObject({ year: yearShape, ...pageInput }),
    output: pageOf(entryView.extend({ memberId: idShape, name: z.string() })),
    refusals: {},
  }),
  inspectRegister: action({
    summary: '纪检委员看党费收缴登记册，看到谁就给谁记一次',
    kind: 'command',
    weighs: 4,
    remember: 'state',
    allow: { disciplineOfficer: 'branch' },
    input: z.strictObject({ year: yearShape, after: z.string().max(200).exactOptional() }),
    output: pageOf(registerRow),
    refusals: {},
  }),
  exportRegister: action({
    summary: '把一年的党费收缴登记册、收支表和核定表存成 Excel 表格',
    kind: 'query',
    weighs: 40,
    allow: officers,
    input: z.strictObject({ year: yearShape }),
    output: z.strictObject({ fileName: z.string(), base64: z.string() }),
    refusals: {},
  }),
}
