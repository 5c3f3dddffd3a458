/** The form of a new branch: what is typed, what is still missing, and what it sends. */
import type { Answer } from '../../kernel/api'
import type { TwinAnswers } from './roster-review'

export interface Draft {
  /** a town's id, or `new` */
  readonly committee: string | undefined
  /** founded from a general branch's page: the town is settled with it */
  readonly generalBranch?: { readonly unitId: string; readonly name: string } | undefined
  readonly committeeName: string
  readonly officerName: string
  readonly name: string
  readonly phone: string
  readonly pasted: string
  readonly twins: TwinAnswers
}

const blank: Draft = { committee: undefined, committeeName: '', officerName: '', name: '', phone: '', pasted: '', twins: {} }

/** Kept while the app is open, so that going back never loses a pasted list; not stored, office computers are shared. */
let held = blank

interface Under {
  readonly committeeId?: string
  readonly generalBranchId?: string
  readonly generalBranchName?: string
}

/** What was typed before, for the place from which the page was opened now. */
export function draftUnder({ committeeId, generalBranchId, generalBranchName = '' }: Under): Draft {
  const generalBranch = generalBranchId === undefined ? undefined : { unitId: generalBranchId, name: generalBranchName }
  return { ...held, committee: committeeId ?? held.committee, generalBranch }
}

export function keepDraft(draft: Draft | undefined): void {
  held = draft ?? blank
}

export type Gaps = Readonly<Partial<Record<keyof Draft, string>>>

/** As the contract wants a telephone, blanks forgiven. */
const phonePattern = /^[0-9-]{7,20}$/

export function phoneOf(draft: Draft): string {
  return draft.phone.replace(/\s/g, '')
}

/** What has to be put right before the list is worth looking at. */
export function gapsOf(draft: Draft): Gaps {
  const phone = phoneOf(draft)
  return {
    ...(draft.committee === undefined ? { committee: '请选一个乡镇' } : {}),
    ...(draft.committee === 'new' && draft.committeeName.trim() === '' ? { committeeName: '请写乡镇的名字' } : {}),
    ...(draft.name.trim() === '' ? { name: '请写支部的名字' } : {}),
    ...(phone !== '' && !phonePattern.test(phone) ? { phone: '电话是 7 到 20 个数字，请看一眼' } : {}),
    ...(draft.pasted.trim() === '' ? { pasted: '请把名单粘贴在这里' } : {}),
  }
}

export type Founded = Answer<'organisation', 'foundBranch'>

/** Which town the branch belongs to, as the contract wants it. */
export function committeeOf({ committee = '', generalBranch, committeeName, officerName }: Draft) {
  if (generalBranch !== undefined) return { committeeId: committee, generalBranchId: generalBranch.unitId }
  if (committee !== 'new') return { committeeId: committee }
  const officer = officerName.trim()
  return { name: committeeName, ...(officer === '' ? {} : { officerName: officer }) }
}
