import type { Answer } from '../../../kernel/api'

export type BranchDues = Answer<'dues', 'listBranches'>['rows'][number]
export type HandIn = Answer<'dues', 'listHandIns'>['rows'][number]
export type HardshipRequest = Answer<'dues', 'listHardships'>['rows'][number]
