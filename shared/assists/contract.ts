import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { instantShape, lineShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { lookShape } from '#shared/members/model'
import { deeds, helpReasons, objectionReasons, objectionStates, verdicts } from './ids'

/** Longer than other ids: it holds a member, a time and a request. */
const assistIdShape = z.string().regex(/^[0-9A-Za-z_-]{1,120}$/)

const answerers = { secretary: 'branch', townOfficer: 'unit' } as const

export const assists = {
  list: action({
    summary: '看谁替自己办过事',
    kind: 'query',
    allow: { member: 'self' },
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.strictObject({
        assistId: assistIdShape,
        deed: z.enum(deeds),
        /** name of who acted */
        by: z.string(),
        at: instantShape,
        reason: z.enum(helpReasons),
        objection: z
          .strictObject({ reason: z.enum(objectionReasons), state: z.enum(objectionStates), note: z.string().exactOptional() })
          .exactOptional(),
      }),
    ),
    refusals: {},
  }),
  listLooks: action({
    summary: '看谁看过自己的电话号码和党费，最近三十回',
    kind: 'query',
    allow: { member: 'self' },
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(z.strictObject({ what: lookShape.shape.what, by: z.string(), at: instantShape })) }),
    refusals: {},
  }),
  object: action({
    summary: '说明别人替自己办的一件事不对',
    kind: 'command',
    remember: 'answer',
    allow: { member: 'self' },
    input: z.strictObject({ assistId: assistIdShape, reason: z.enum(objectionReasons) }),
    /** who answers */
    output: z.strictObject({ goesTo: z.enum(['secretary', 'town']) }),
    refusals: { ALREADY_OBJECTED: '您已经说过了，回话会写在这里' },
  }),
  listObjections: action({
    summary: '看等着回话的“不是我”',
    kind: 'query',
    allow: answerers,
    input: z.strictObject({ ...pageInput }),
    output: pageOf(
      z.strictObject({
        assistId: assistIdShape,
        branchName: z.string(),
        memberName: z.string(),
        helperName: z.string(),
        deed: z.enum(deeds),
        doneAt: instantShape,
        helpReason: z.enum(helpReasons),
        reason: z.enum(objectionReasons),
        at: instantShape,
        /** about the asker's own deed: somebody else has to answer */
        isOwn: z.boolean(),
      }),
    ),
    refusals: {},
  }),
  answerObjection: action({
    summary: '给“不是我”一个回话',
    kind: 'command',
    remember: 'answer',
    allow: answerers,
    input: z.strictObject({ assistId: assistIdShape, verdict: z.enum(verdicts), note: lineShape(60).exactOptional() }),
    output: z.strictObject({ state: z.enum(verdicts) }),
    refusals: { ALREADY_ANSWERED: '这件已经回过话了', OWN_DEED: '这是您自己替人办的，不能由您来回话，请镇里看一看' },
  }),
}
