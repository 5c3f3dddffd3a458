import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { roleOf } from '../../ui/aria'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import type { Draft, Gaps } from './draft'
import type { Committee } from './lists'

interface CommitteeChoiceProps {
  readonly committees: readonly Committee[]
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly gaps: Gaps
}

/** The town the branch belongs to: one that is there, or a new one with whoever handles it. */
export function CommitteeChoice({ committees, draft, onChange, gaps }: CommitteeChoiceProps) {
  const isFirst = committees.length === 0
  useEffect(() => {
    // The county's very first branch: there is nothing to choose from.
    if (isFirst && draft.committee === undefined) onChange({ ...draft, committee: 'new' })
  })
  return (
    <>
      {!isFirst && (
        <View>
          <Choice
            label="哪个乡镇"
            options={[
              ...committees.map(({ committeeId, name }) => ({ value: committeeId, title: name })),
              { value: 'new', title: '另建一个乡镇' },
            ]}
            value={draft.committee}
            onChange={(committee) => onChange({ ...draft, committee })}
          />
          {gaps.committee !== undefined && (
            <View className="found-gap t-note t-red" {...roleOf('alert')}>
              <Icon name="circle-alert" size={20} />
              <Text>{gaps.committee}</Text>
            </View>
          )}
        </View>
      )}
      {draft.committee === 'new' && (
        <>
          <Field
            label="乡镇党委叫什么"
            maxLength={30}
            placeholder="如：柳河镇党委"
            value={draft.committeeName}
            problem={gaps.committeeName}
            onChange={(committeeName) => onChange({ ...draft, committeeName })}
          />
          <Field
            label="镇里谁经办（可不填）"
            maxLength={40}
            value={draft.officerName}
            onChange={(officerName) => onChange({ ...draft, officerName })}
          />
        </>
      )}
    </>
  )
}
