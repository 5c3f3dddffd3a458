import { View } from '@tarojs/components'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Row } from '../../ui/Row'
import { CommitteeChoice } from './CommitteeChoice'
import type { Draft, Gaps } from './draft'
import { committeesKey, readCommittees } from './lists'
import './found-form.scss'

interface FoundFormProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly gaps: Gaps
}

const example = '王志强 一组 书记\n何国庆 一组 组长\n张建国 二组'

/** Where the branch belongs, what it is called, and who is in it. */
export function FoundForm({ draft, onChange, gaps }: FoundFormProps) {
  const committees = useQuery(committeesKey, readCommittees)
  const field = (name: 'name' | 'phone') => ({
    value: draft[name],
    problem: gaps[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  })
  return (
    <Answered query={committees} lines={6}>
      {(rows) => (
        <View className="found-form">
          {draft.generalBranch === undefined ? (
            <CommitteeChoice committees={rows} draft={draft} onChange={onChange} gaps={gaps} />
          ) : (
            <Card kind="list">
              <Row title="建在哪里" answer={draft.generalBranch.name} />
            </Card>
          )}
          <Field label="支部叫什么" maxLength={30} placeholder="如：示范村支部" {...field('name')} />
          <Field label="支部电话（可不填）" maxLength={24} {...field('phone')} />
          <Field
            label="党员名单"
            kind="area"
            lines={8}
            hint="一行一个人：名字、组、书记或组长"
            placeholder={example}
            value={draft.pasted}
            problem={gaps.pasted}
            // Lines may have moved: what was answered about them no longer holds.
            onChange={(pasted) => onChange({ ...draft, pasted, twins: {} })}
          />
        </View>
      )}
    </Answered>
  )
}
