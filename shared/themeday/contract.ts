import * as z from 'zod'
import { action } from '#shared/kernel/contract'
import { idShape, instantShape, monthShape, pageInput, pageOf } from '#shared/kernel/shapes'
import { bookkeeping } from './book-contract'
import { counting } from './count-contract'
import { attendanceSources, themeDayStages, themeDayStates, venueKinds } from './ids'
import { partShape, tallyShape, wayShape } from './model'
import { noticeView, planning } from './plan-contract'
import { replying } from './reply-contract'

const mine = z.strictObject({
  at: instantShape,
  source: z.enum(attendanceSources),
  /** who recorded it for me, by name */
  recordedBy: z.string().exactOptional(),
})

const themeDayView = z.strictObject({
  themeDayId: idShape,
  branchId: idShape,
  month: monthShape,
  stage: z.enum(themeDayStages),
  version: z.int(),
  topic: z.string(),
  place: z.string(),
  startsAt: instantShape,
  endsAt: instantShape,
  parts: z.array(partShape),
  venues: z.array(z.strictObject({ venueId: z.string(), kind: z.enum(venueKinds), name: z.string(), organiser: z.string() })),
  materials: z.array(z.string()),
  ways: z.array(wayShape),
  /** from when check-in counts */
  opensAt: instantShape,
  /** `over` as well when the list was confirmed before the end */
  state: z.enum(themeDayStates),
  closedAt: instantShape.exactOptional(),
  code: z.string(),
  notice: noticeView.exactOptional(),
  voiceSeconds: z.int().exactOptional(),
  /** my own attendance */
  mine: mine.exactOptional(),
  /** I asked leave */
  leave: z.strictObject({ at: instantShape }).exactOptional(),
  /** what I said about its topics */
  opinion: z.string().exactOptional(),
})

const readers = { member: 'branch', groupLeader: 'branch', secretary: 'branch' } as const
const organisers = { secretary: 'branch', groupLeader: 'unit' } as const

export const themeday = {
  ...planning,
  ...counting,
  ...replying,
  ...bookkeeping,
  get: action({
    summary: '看一次主题党日',
    kind: 'query',
    allow: readers,
    input: z.strictObject({ themeDayId: idShape }),
    output: themeDayView,
    refusals: {},
  }),
  list: action({
    summary: '看本支部的主题党日，新的在前',
    kind: 'query',
    allow: readers,
    input: z.strictObject({ after: z.string().max(200).exactOptional(), limit: z.int().min(1).max(12).exactOptional() }),
    output: pageOf(themeDayView),
    refusals: {},
  }),
  countAttendance: action({
    summary: '到了几个，应到几个，请假、缺席几个，表决够不够人数',
    kind: 'query',
    allow: organisers,
    input: z.strictObject({ themeDayId: idShape }),
    output: tallyShape,
    refusals: {},
  }),
  listAttendance: action({
    summary: '按名单看谁到了、怎么到的，谁请了假',
    kind: 'query',
    allow: organisers,
    input: z.strictObject({ themeDayId: idShape, ...pageInput }),
    output: pageOf(
      z.strictObject({
        memberId: idShape,
        name: z.string(),
        groupName: z.string().exactOptional(),
        /** need not come (product decision 10): counted among those expected only once they take part */
        isExcused: z.literal(true).exactOptional(),
        attendance: z
          .strictObject({
            at: instantShape,
            source: z.enum(attendanceSources),
            recordedBy: z.string().exactOptional(),
            /** another person's hand checked them in */
            isProxy: z.literal(true).exactOptional(),
            /** another of those listed checked in from the same phone */
            samePhone: z.literal(true).exactOptional(),
            /** minutes after the start, of those who checked in by themselves */
            lateMinutes: z.int().exactOptional(),
            /** a changing code that arrived long after it was shown */
            isUploadedLate: z.literal(true).exactOptional(),
            venueId: z.string().exactOptional(),
            proof: z.string().exactOptional(),
          })
          .exactOptional(),
        /** the line is for the secretary alone */
        leave: z.strictObject({ at: instantShape, note: z.string().exactOptional() }).exactOptional(),
        /** they said that they know the last notice */
        hasSeen: z.literal(true).exactOptional(),
        /** sayings about somebody who was counted already */
        surplus: z.int().exactOptional(),
      }),
    ),
    refusals: {},
  }),
}
