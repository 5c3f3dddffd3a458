import { type Answer, api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Choice } from '../../ui/Choice'

interface GroupChoiceProps {
  readonly branchId: string
  readonly value: string | undefined
  readonly onChange: (groupId: string) => void
}

type Unit = Answer<'organisation', 'listUnits'>['rows'][number]

/** Which group the leader is for; those that were closed need none. */
export function GroupChoice({ branchId, value, onChange }: GroupChoiceProps) {
  const groups = useQuery(`organisation.listUnits ${branchId}`, () =>
    readAll<Unit, never>((page) => api.organisation.listUnits({ parentId: branchId, ...page })),
  )
  return (
    <Answered query={groups} lines={3}>
      {(rows) => {
        const open = rows.filter(({ closedAt }) => closedAt === undefined)
        return (
          <Choice
            label="哪个组的"
            options={open.map(({ unitId, name }) => ({ value: unitId, title: name }))}
            value={value}
            onChange={onChange}
          />
        )
      }}
    </Answered>
  )
}
