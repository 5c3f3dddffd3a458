/** The book of the day: minutes, corrections, closing, reopening, paper and table, and what the town sees. */
import * as z from 'zod'
import { helpReasons } from '#shared/assists/ids'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape, lineShape, monthShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { attendanceSources, dayParts, reversalReasons, themeDayStages } from './ids'
import { decisionShape, partShape, tallyShape } from './model'

const secretary = { secretary: 'branch' } as const
const themeDayOf = z.strictObject({ themeDayId: idShape })
const bookClosed = { BOOK_CLOSED: '这次党日已经归档了，要改请镇里打开' } as const

const donePart = z.strictObject({ part: z.enum(dayParts), isDone: z.boolean(), note: lineShape(120).exactOptional() })

export const bookkeeping = {
  getMinutes: action({
    summary: '看一次主题党日的记录：五项内容和决议',
    kind: 'query',
    allow: secretary,
    input: themeDayOf,
    /** version 0: nothing was written yet */
    output: z.strictObject({ version: z.int(), parts: z.array(donePart), decisions: z.array(decisionShape) }),
    refusals: {},
  }),
  writeMinutes: action({
    summary: '支书写主题党日的记录：五项内容和决议',
    kind: 'command',
    remember: 'answer',
    allow: secretary,
    input: z.strictObject({
      themeDayId: idShape,
      version: z.int().min(0),
      parts: z.array(donePart).max(5),
      decisions: z.array(decisionShape).max(20),
    }),
    output: z.strictObject({ version: z.int() }),
    refusals: {
      ...bookClosed,
      STALE: '刚才有人改过了，请看一眼再存',
      PART_TWICE: '同一项写了两遍，请去掉一遍',
      NOBODY_VOTED: '“{topic}”还没写票数',
      TOO_MANY_VOTES: '“{topic}”的票数比有表决权的 {voters} 人还多',
    },
  }),
  addAttachment: action({
    summary: '支书给主题党日附一张照片或一份文件，不附也行',
    kind: 'command',
    remember: 'answer',
    allow: secretary,
    input: z.strictObject({ themeDayId: idShape, fileId: idShape, name: lineShape(40) }),
    output: z.strictObject({ count: z.int() }),
    refusals: {
      ...bookClosed,
      TOO_MANY: '最多附 {most} 份，请先拿掉一份',
      FILE_UNREADABLE: '这份打不开，只收照片、PDF、Word 和 Excel',
    },
  }),
  removeAttachment: action({
    summary: '支书拿掉主题党日的一份附件',
    kind: 'command',
    remember: 'answer',
    allow: secretary,
    input: z.strictObject({ themeDayId: idShape, fileId: idShape }),
    output: z.strictObject({ count: z.int() }),
    refusals: bookClosed,
  }),
  getAttachment: action({
    summary: '打开主题党日的一份附件',
    kind: 'query',
    allow: secretary,
    input: z.strictObject({ themeDayId: idShape, fileId: idShape }),
    /** the address holds for a while only */
    output: z.strictObject({ name: z.string(), address: z.string() }),
    refusals: {},
  }),
  reverse: action({
    summary: '支书撤销一次到会记录，写明为什么，原来的记录留着',
    kind: 'command',
    remember: 'answer',
    allow: secretary,
    input: z.strictObject({ themeDayId: idShape, memberId: idShape, reason: z.enum(reversalReasons) }),
    output: z.strictObject({ at: instantShape }),
    refusals: { NOT_PRESENT: '这一位没有记到会，不用撤销', CORRECTED_TOO_OFTEN: '这一位改过太多次了，请在纸上写明' },
  }),
  close: action({
    summary: '支书确认到会名单，把主题党日归档',
    kind: 'command',
    remember: 'answer',
    allow: secretary,
    input: themeDayOf,
    output: z.strictObject({ closedAt: instantShape, tally: tallyShape }),
    refusals: { NOT_BEGUN: '党日还没开始，不能归档', CANCELLED: '这次党日取消了，不用归档' },
  }),
  reopen: action({
    summary: '镇里打开一次归了档的主题党日，写明为什么',
    kind: 'command',
    remember: 'answer',
    allow: { townOfficer: 'unit' },
    input: z.strictObject({ themeDayId: idShape, reason: lineShape(60) }),
    output: z.strictObject({ reopenedAt: instantShape }),
    refusals: { NOT_CLOSED: '这次党日还没归档，不用打开' },
  }),
  getBook: action({
    summary: '看一次主题党日的登记表：数字、五项内容、决议、请假、意见、客人和更正',
    kind: 'query',
    allow: secretary,
    input: themeDayOf,
    output: z.strictObject({
      tally: tallyShape,
      plan: z.array(partShape),
      parts: z.array(donePart),
      decisions: z.array(decisionShape),
      opinions: z.array(z.strictObject({ name: z.string(), words: z.string() })),
      guests: z.array(z.strictObject({ name: z.string(), from: z.string() })),
      attachments: z.array(z.strictObject({ fileId: idShape, name: z.string() })),
      /** taken back, each with who did it and why; the entries before them are kept */
      corrections: z.array(
        z.strictObject({
          name: z.string(),
          at: instantShape,
          by: z.string(),
          reason: z.enum(reversalReasons),
          isAfterClosing: z.boolean(),
        }),
      ),
      /** checked in by another person’s hand, and why */
      proxies: z.array(z.strictObject({ name: z.string(), by: z.string(), at: instantShape, reason: z.enum(helpReasons) })),
      /** kept beside somebody who was already counted */
      surplus: z.array(z.strictObject({ name: z.string(), source: z.enum(attendanceSources), at: instantShape, by: z.string() })),
      closed: z.strictObject({ at: instantShape, by: z.string() }).exactOptional(),
      reopened: z.array(z.strictObject({ at: instantShape, by: z.string(), reason: z.string() })),
    }),
    refusals: {},
  }),
  exportBook: action({
    summary: '把一次主题党日的登记表存成 Excel 表格',
    kind: 'query',
    weighs: 20,
    allow: secretary,
    input: themeDayOf,
    output: z.strictObject({ fileName: z.string(), base64: z.string() }),
    refusals: {},
  }),
  listBranches: action({
    summary: '镇里看各支部这个月的主题党日办了没有',
    kind: 'query',
    allow: { townOfficer: 'unit' },
    input: z.strictObject({ month: monthShape, ...pageInput }),
    output: pageOf(
      z.strictObject({
        branchId: idShape,
        branchName: z.string(),
        themeDay: z
          .strictObject({
            themeDayId: idShape,
            stage: z.enum(themeDayStages),
            topic: z.string(),
            startsAt: instantShape,
            endsAt: instantShape,
            /** as it was when the list was confirmed */
            closed: z.strictObject({ at: instantShape, tally: tallyShape }).exactOptional(),
          })
          .exactOptional(),
      }),
    ),
    refusals: {},
  }),
}
