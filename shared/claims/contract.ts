import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape, pageInput, pageOf } from '#shared/kernel/shapes'

const typedCode = z.string().min(1).max(40)
/** 256 bits, made in the browser */
const tokenShape = z.string().regex(/^[0-9A-Za-z_-]{43}$/)
const codeRefusals = {
  CODE_UNKNOWN: '没找到这个码，请看看是不是输错了',
  CODE_USED: '这个码用过了，请支书再发一个',
  CODE_EXPIRED: '这个码过期了，请支书再发一个',
  CODE_OUTGROWN: '您有了新的职务，这个码不能用了。请管这个职务的上一级再发一个',
  TOO_MANY_TRIES: '试的次数太多了，过一个钟头再试，或者请支书帮忙',
  CODES_PAUSED: '这会儿乱试码的太多，先停一停，过一个钟头再试，或者请支书帮忙',
} as const

const claimed = z.strictObject({ personId: idShape, name: z.string(), groupName: z.string().exactOptional(), unitName: z.string() })

export const claims = {
  issue: action({
    summary: '给一个人发认领码，七天有效，用一次',
    kind: 'command',
    remember: 'state',
    allow: { secretary: 'branch', townOfficer: 'unit', countyAdmin: 'unit' },
    /** `replaces`: for a new phone; whoever uses the code is no longer known on any other */
    input: z.strictObject({ personId: idShape, replaces: z.literal(true).exactOptional() }),
    output: z.strictObject({
      code: z.string(),
      name: z.string(),
      groupName: z.string().exactOptional(),
      unitName: z.string(),
      expiresAt: instantShape,
    }),
    refusals: {
      SECRETARY_ISSUES: '县里、镇里只给有职务的人发码，党员的码由支书发',
      ABOVE_YOU: '他的码要由上一级来发，请打给上一级',
    },
  }),
  issueSheet: action({
    summary: '印一张认领码：一个组的，不写组就是全支部的',
    kind: 'command',
    weighs: 5,
    remember: 'state',
    allow: { secretary: 'branch' },
    input: z.strictObject({ groupId: idShape.exactOptional() }),
    output: z.strictObject({
      branchName: z.string(),
      groupName: z.string().exactOptional(),
      expiresAt: instantShape,
      rows: z.array(
        z.strictObject({
          personId: idShape,
          name: z.string(),
          groupName: z.string().exactOptional(),
          /** absent: known on a phone, or `isAbove` */
          code: z.string().exactOptional(),
          /** holds an office whose codes are given further up */
          isAbove: z.literal(true).exactOptional(),
        }),
      ),
    }),
    refusals: {},
  }),
  look: action({
    summary: '凭认领码看这是给谁的',
    kind: 'query',
    allow: 'anyone',
    input: z.strictObject({ code: typedCode }),
    output: claimed,
    refusals: codeRefusals,
  }),
  bind: action({
    summary: '用认领码把这部手机认到自己名下',
    kind: 'command',
    remember: 'answer',
    allow: 'anyone',
    /** `was`: the token this browser showed so far; whoever it knows comes along to the new one, and it opens nothing any more */
    input: z.strictObject({ code: typedCode, was: tokenShape.exactOptional() }),
    output: claimed,
    refusals: { ...codeRefusals, PHONE_FULL: '这部手机已经认了四个人，先去掉一个再认' },
  }),
  unbind: action({
    summary: '支书解绑：一个人的手机都不再认得他，发出去的码也作废',
    kind: 'command',
    remember: 'answer',
    allow: { secretary: 'branch' },
    input: z.strictObject({ personId: idShape }),
    output: z.strictObject({ letGo: z.int() }),
    refusals: { ABOVE_YOU: '他还有上一级给的职务，请打给上一级来解绑' },
  }),
  notMe: action({
    summary: '说明这部手机认错了人，马上不再认他，并告诉支书',
    kind: 'command',
    remember: 'answer',
    allow: 'anyone',
    input: z.strictObject({ personId: idShape }),
    output: z.strictObject({ isReported: z.boolean() }),
    refusals: {},
  }),
  listReports: action({
    summary: '看有谁说手机认错了人',
    kind: 'query',
    allow: { secretary: 'branch' },
    input: z.strictObject({ ...pageInput }),
    output: pageOf(z.strictObject({ reportId: idShape, personId: idShape, name: z.string(), at: instantShape })),
    refusals: {},
  }),
  closeReport: action({
    summary: '支书看过一个认错了人的报告',
    kind: 'command',
    remember: 'state',
    allow: { secretary: 'branch' },
    input: z.strictObject({ reportId: idShape }),
    output: z.strictObject({ state: z.literal('closed') }),
    refusals: {},
  }),
}
