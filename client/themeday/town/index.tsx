import { useState } from 'react'
import { type MonthKey, monthOf } from '#shared/kernel/day'
import { useNow } from '../../kernel/clock'
import { useSession } from '../../kernel/session'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { Skeleton } from '../../ui/Skeleton'
import { MonthPicker } from './parts/MonthPicker'
import { SuggestSheet } from './parts/SuggestSheet'
import { TownList } from './parts/TownList'

/** T1 各支部党日: which branches have held theirs this month, and who was there. */
export default function TownPage() {
  const { state, person, refresh } = useSession()
  const thisMonth = monthOf(useNow())
  const [chosen, choose] = useState<MonthKey>()
  const month = chosen ?? thisMonth
  const [isSuggesting, setSuggesting] = useState(false)
  const isTown = person?.roles.some(({ role }) => role === 'townOfficer') ?? false
  const canSuggest = isTown && month >= thisMonth
  return (
    <Page
      width="desk"
      title="各支部党日"
      beside={canSuggest && <Press kind="primary" size="small" label="提主题" onPress={() => setSuggesting(true)} />}
    >
      {isTown ? (
        <>
          <MonthPicker month={month} onChange={choose} />
          <TownList key={month} month={month} />
        </>
      ) : state === 'opening' ? (
        <Skeleton isSlow={false} />
      ) : state === 'unreachable' ? (
        <ErrorBox unreachable onAgain={() => void refresh()} />
      ) : (
        <ErrorBox refusal={{ code: 'NOT_ALLOWED', message: '这里只有镇里能看' }} />
      )}
      {isSuggesting && <SuggestSheet month={month} onClose={() => setSuggesting(false)} />}
    </Page>
  )
}
