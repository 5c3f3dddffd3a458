/** Cuts the names to be called into sheets of A4, group by group; a group's name is never the last line of a sheet. */

export interface CallName {
  readonly name: string
  readonly groupName?: string
}

export type CallLine =
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'name'; readonly place: number; readonly name: string }

/** Lines of 9 mm below the head of a sheet. */
const linesOnSheet = 24

export function callPages(names: readonly CallName[], room = linesOnSheet): readonly (readonly CallLine[])[] {
  const pages: CallLine[][] = [[]]
  let page: CallLine[] = pages[0] ?? []
  for (const [index, line] of linesOf(names).entries()) {
    const isFull = page.length >= room || (line.kind === 'group' && page.length >= room - 1)
    if (isFull && index > 0) {
      page = []
      pages.push(page)
    }
    page.push(line)
  }
  return pages
}

/** Groups in roster order; who is in none comes last. */
function linesOf(names: readonly CallName[]): readonly CallLine[] {
  const groups = new Map<string, CallName[]>()
  for (const one of names) {
    const key = one.groupName ?? ''
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const inOrder = [...groups].sort(([one], [other]) => Number(one === '') - Number(other === ''))
  let place = 0
  return inOrder.flatMap(([groupName, rows]): readonly CallLine[] => [
    { kind: 'group', name: groupName === '' ? '没编组' : groupName },
    ...rows.map(({ name }): CallLine => {
      place += 1
      return { kind: 'name', place, name }
    }),
  ])
}
