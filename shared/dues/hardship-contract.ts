/** Paying less or nothing for a time (article 7): two steps, and one open request at a time before the committee's eyes. */
import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { dayShape, idShape, instantShape, monthShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { notApproved, notStarted, officers } from './contract-parts'
import { hardshipReplies, hardshipStates } from './ids'
import { fenShape, realDayShape } from './model'

export const hardshipView = z.strictObject({
  hardshipId: idShape,
  from: monthShape,
  to: monthShape,
  monthlyFen: fenShape,
  state: z.enum(hardshipStates),
  metOn: dayShape,
  at: instantShape,
  reply: z.enum(hardshipReplies).exactOptional(),
})

export const easing = {
  requestHardship: action({
    summary: '支部研究过，报上级党委给一位有困难的党员少交或免交',
    kind: 'command',
    remember: 'answer',
    allow: officers,
    input: z.strictObject({ memberId: idShape, from: monthShape, to: monthShape, monthlyFen: fenShape, metOn: realDayShape }),
    output: z.strictObject({ hardshipId: idShape }),
    refusals: {
      ...notStarted,
      ...notApproved,
      PERIOD_WRONG: '时间要在一年以内，先后别写反',
      MET_AHEAD: '支部研究的日子还没到',
      NOT_LESS: '现在每月交 {normal} 元，少交要写得比这少',
      ALREADY_ASKED: '{name}已经报上去一次，等上级回话',
    },
  }),
  listHardships: action({
    summary: '镇里看还没办的困难减免，一件一件批；批过就看不到了',
    kind: 'query',
    allow: { townOfficer: 'unit' },
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.strictObject({
        hardshipId: idShape,
        branchName: z.string(),
        name: z.string(),
        from: monthShape,
        to: monthShape,
        normalFen: fenShape,
        monthlyFen: fenShape,
        metOn: dayShape,
        askedBy: z.string(),
        at: instantShape,
      }),
    ),
    refusals: {},
  }),
  decideHardship: action({
    summary: '镇里批或不批一件困难减免',
    kind: 'command',
    remember: 'answer',
    allow: { townOfficer: 'unit' },
    /** without a reply: approved */
    input: z.strictObject({ hardshipId: idShape, reply: z.enum(hardshipReplies).exactOptional() }),
    output: z.strictObject({ state: z.enum(hardshipStates) }),
    refusals: { DECIDED_ALREADY: '这一件已经办过了' },
  }),
}
