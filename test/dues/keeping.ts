/** A branch that keeps its dues here: begun, with its checker named and every member's amount approved, all by the actions people use. */
import { amountOf, farmersPay } from '../../cloudfunctions/demo/rosters'
import { type Api, dataOf } from '../village/village'

/** What a village needs to offer: it stands in the cloud's stand-in as well. */
export interface Keepers {
  /** the secretary */
  readonly secretary: Api
  readonly rows: readonly { readonly name: string; readonly memberId: string }[]
}

export async function keepDues(
  { secretary, rows }: Keepers,
  { startMonth = '2026-01', checker = '刘桂兰', year = '2026' } = {},
): Promise<void> {
  dataOf(await secretary.dues.start({ startMonth, farmerFen: farmersPay }))
  dataOf(await secretary.dues.setHowToPay({ howToPay: '党日那天在村委会交给陈芳，现金、转账都行' }))
  const named = rows.find(({ name }) => name === checker)
  if (named !== undefined) dataOf(await secretary.dues.nameCheckers({ memberIds: [named.memberId] }))
  const from = startMonth > `${year}-01` ? startMonth : `${year}-01`
  for (const { name, memberId } of rows) dataOf(await secretary.dues.approve({ memberId, from, ...amountOf(name) }))
}
