import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { roleOf } from '../../ui/aria'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { type Candidate, readCandidates } from './held'
import './roles.scss'

/** Somebody of the roster, or a name that is on none. */
export type Who = { readonly personId: string; readonly name: string } | { readonly name: string }

interface WhoChoiceProps {
  readonly label: string
  readonly unitId: string
  /** The office may be held by somebody who is on no roster. */
  readonly mayBeOutside: boolean
  readonly who: Who | undefined
  readonly onChange: (who: Who | undefined) => void
  readonly gap: string | undefined
}

/** More names than fit under a thumb are found by writing one more letter. */
const mostShown = 6
const outside = 'outside'

/** A roster has hundreds of names: a letter or two of the name leaves a handful to choose from. */
export function WhoChoice({ label, unitId, mayBeOutside, who, onChange, gap }: WhoChoiceProps) {
  const candidates = useQuery(`roles.listCandidates ${unitId}`, () => readCandidates(unitId))
  const [typed, setTyped] = useState('')
  const write = (text: string) => {
    setTyped(text.trim())
    onChange(undefined)
  }
  const chosen = who === undefined ? undefined : 'personId' in who ? who.personId : outside
  return (
    <Answered query={candidates} lines={3}>
      {(rows) => {
        const found = matching(rows, typed)
        const options = [
          ...found.map(({ personId, name, groupName }) => ({
            value: personId,
            title: name,
            ...(groupName === undefined ? {} : { note: groupName }),
          })),
          ...(mayBeOutside && typed.length > 1
            ? [{ value: outside, title: `${typed}，不在名单上`, note: '不算进党员人数，只管这件事' }]
            : []),
        ]
        const choose = (value: string) => {
          const row = found.find(({ personId }) => personId === value)
          onChange(row === undefined ? { name: typed } : { personId: row.personId, name: row.name })
        }
        return (
          <View className="roles-form">
            <Field label={label} value={typed} onChange={write} maxLength={40} hint={hintFor(typed, options.length)} />
            {options.length > 0 && <Choice label="是哪一位" options={options} value={chosen} onChange={choose} />}
            {gap !== undefined && (
              <View className="roles-gap t-note t-red" {...roleOf('alert')}>
                <Icon name="circle-alert" size={20} />
                <Text>{gap}</Text>
              </View>
            )}
          </View>
        )
      }}
    </Answered>
  )
}

function matching(rows: readonly Candidate[], typed: string): readonly Candidate[] {
  // A short list needs no writing: a general branch has a few secretaries to choose from.
  if (typed === '') return rows.length <= mostShown ? rows : []
  return rows.filter(({ name }) => name.includes(typed)).slice(0, mostShown)
}

function hintFor(typed: string, found: number): string {
  if (typed === '') return '写一个字，名单里的就出来'
  return found === 0 ? '名单里没有这个名字' : '在下面点一位'
}
