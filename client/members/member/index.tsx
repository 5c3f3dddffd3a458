import { useState } from 'react'
import { spacedName } from '#shared/members/ids'
import { api } from '../../kernel/api'
import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { CategoryHistory } from '../parts/CategoryHistory'
import { MatterSheet } from '../parts/MatterSheet'
import { MemberFacts } from '../parts/MemberFacts'
import type { Matter } from '../parts/member'
import { RegisterFacts } from '../parts/RegisterFacts'
import { useIsOfficer } from '../parts/use-is-officer'

/** S11 一位党员: the number is one tap and one line in the book away; an officer puts right what is wrong. */
export default function MemberPage() {
  const { memberId } = useParams('member')
  const isOfficer = useIsOfficer()
  const query = useQuery(memberId && `members.get ${memberId}`, () => api.members.get({ memberId: memberId ?? '' }))
  const [matter, setMatter] = useState<Matter>()
  const close = () => setMatter(undefined)
  const member = query.data
  const hasNumber = member?.phone !== undefined && member.phone !== 'lost'
  return (
    <Page
      {...(member === undefined ? {} : { title: spacedName(member.name) })}
      {...(hasNumber ? { note: '看号码会记下来，他本人看得到', isNoteExtra: true } : {})}
      foot={
        hasNumber ? (
          <Press kind="primary" icon="phone" label="看号码" onPress={() => setMatter('number')} />
        ) : (
          member && isOfficer && <Press kind="primary" icon="phone" label="填号码" onPress={() => setMatter('phone')} />
        )
      }
    >
      <Answered query={query} lines={6}>
        {(shown) => (
          <>
            <MemberFacts member={shown} {...(isOfficer ? { onOpen: setMatter } : {})} />
            {shown.record?.register && <RegisterFacts register={shown.record.register} onOpen={setMatter} />}
            {shown.record && <CategoryHistory history={shown.record.history} />}
            {isOfficer && <Press kind="link" label="卡丢了，补一张" onPress={() => setMatter('lostCard')} />}
            {isOfficer && <Press kind="danger" label="从名单上去掉" onPress={() => setMatter('leaving')} />}
          </>
        )}
      </Answered>
      {member !== undefined && matter !== undefined && (
        <MatterSheet
          matter={matter}
          member={member}
          onClose={close}
          onChanged={() => {
            close()
            query.refresh()
          }}
        />
      )}
    </Page>
  )
}
