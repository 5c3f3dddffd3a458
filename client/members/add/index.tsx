import { View } from '@tarojs/components'
import { useState } from 'react'
import { memberships } from '#shared/members/kinds'
import { membershipWords } from '#shared/members/words'
import { api } from '../../kernel/api'
import { replace } from '../../kernel/routes'
import { useCommand } from '../../kernel/use-command'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Choice } from '../../ui/Choice'
import { Failed } from '../../ui/Failed'
import { Field } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { gapsOf, inputOf, type Newcomer, nobodyYet, noGroup } from '../parts/newcomer'
import { groupsOf, readRoster } from '../parts/roster'
import '../parts/add.scss'

/** A new member: name, group, number. The rest is put right on the member's own page, which opens afterwards. */
export default function AddMemberPage() {
  const roster = useQuery('members.list', readRoster)
  const adding = useCommand(api.members.add)
  const [newcomer, setNewcomer] = useState(nobodyYet)
  const [isChecked, setChecked] = useState(false)
  const { refusal, isUnreachable } = adding
  const gaps = isChecked ? gapsOf(newcomer) : {}
  const edit = (change: Partial<Newcomer>) => {
    setNewcomer({ ...newcomer, ...change })
    adding.reset()
  }
  const add = async (isNamesake: boolean) => {
    setChecked(true)
    if (Object.keys(gapsOf(newcomer)).length > 0) return
    const added = await adding.run(inputOf(newcomer, isNamesake))
    if (added !== undefined) replace('member', { memberId: added.memberId })
  }
  const namesake = refusal?.code === 'SAME_NAME' ? { action: { label: '是另一位', onPress: () => void add(true) } } : {}
  const foot = (
    <>
      <Failed command={{ refusal, isUnreachable }} {...namesake} />
      <Press kind="primary" label="加上" isBusy={adding.isRunning} busyLabel="正在存…" onPress={() => void add(false)} />
    </>
  )
  return (
    <Page title="加一位党员" foot={roster.data && foot}>
      <Answered query={roster} lines={6}>
        {(rows) => (
          <View className="add-member">
            <Field label="姓名" maxLength={40} value={newcomer.name} problem={gaps.name} onChange={(name) => edit({ name })} />
            <Field
              label="手机号"
              kind="number"
              maxLength={13}
              hint="可以先空着"
              value={newcomer.phone}
              problem={gaps.phone}
              onChange={(phone) => edit({ phone })}
            />
            <Choice
              label="党籍"
              options={memberships.map((value) => ({ value, title: membershipWords[value] }))}
              value={newcomer.membership}
              onChange={(membership) => edit({ membership })}
            />
            <Choice
              label="小组"
              options={[...groupChoices(rows), { value: noGroup, title: '先不编组' }]}
              value={newcomer.groupId}
              onChange={(groupId) => edit({ groupId })}
            />
          </View>
        )}
      </Answered>
    </Page>
  )
}

function groupChoices(rows: Parameters<typeof groupsOf>[0]) {
  return groupsOf(rows).flatMap(({ name, rows: [first] }) => (first?.groupId === undefined ? [] : [{ value: first.groupId, title: name }]))
}
