import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape } from '#shared/kernel/shapes'

const typedCode = z.string().min(1).max(40)
const codeRefusals = {
  CODE_UNKNOWN: '没找到这个码，请看看是不是输错了',
  CODE_USED: '这个码用过了，请支书再发一个',
  CODE_EXPIRED: '这个码过期了，请支书再发一个',
  TOO_MANY_TRIES: '试的次数太多了，过一个钟头再试，或者请支书帮忙',
} as const

const claimed = z.strictObject({ personId: idShape, name: z.string(), groupName: z.string().exactOptional(), unitName: z.string() })

export const claims = {
  issue: action({
    summary: '给一个人发认领码，七天有效，用一次',
    kind: 'command',
    remember: 'state',
    allow: { secretary: 'branch', countyAdmin: 'unit' },
    input: z.strictObject({ personId: idShape }),
    output: z.strictObject({
      code: z.string(),
      name: z.string(),
      groupName: z.string().exactOptional(),
      unitName: z.string(),
      expiresAt: instantShape,
    }),
    refusals: { SECRETARY_ISSUES: '县里只给支书和镇里发码，党员的码由支书发' },
  }),
  issueSheet: action({
    summary: '印一张认领码：一个组的，不写组就是全支部的',
    kind: 'command',
    remember: 'state',
    allow: { secretary: 'branch' },
    input: z.strictObject({ groupId: idShape.exactOptional() }),
    output: z.strictObject({
      branchName: z.string(),
      groupName: z.string().exactOptional(),
      expiresAt: instantShape,
      rows: z.array(
        z.strictObject({ personId: idShape, name: z.string(), groupName: z.string().exactOptional(), code: z.string().exactOptional() }),
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
    input: z.strictObject({ code: typedCode }),
    output: claimed,
    refusals: { ...codeRefusals, PHONE_FULL: '这部手机已经认了四个人，不能再多了' },
  }),
}
