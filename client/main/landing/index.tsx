/** P0: a code was scanned (`/s/<code>`). Decides by what the code is, and by what its tail says; never a blank page. */
import { useEffect, useState } from 'react'
import { claimCodeLength } from '#shared/kernel/id'
import { readScanned } from '#shared/themeday/scanned'
import { api } from '../../kernel/api'
import { replace, useParams } from '../../kernel/routes'
import { codeIn } from '../../kernel/scanned'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { CodeForm } from '../parts/CodeForm'
import { FoundCard } from '../parts/FoundCard'
import { knownThemeDay } from '../parts/known-theme-days'
import { OthersCheckIn } from './parts/OthersCheckIn'

/** As the server says it of a code it does not know. */
const unreadable = { code: 'CODE_UNKNOWN', message: '这个码不认识，可能旧了' } as const

export default function Landing() {
  const params = useParams('landing')
  const [text, setText] = useState(params.code ?? codeIn(params.q ?? '') ?? '')
  const scanned = readScanned(text)
  const { code = '', carried } = scanned ?? {}
  // Each scan is a question of its own: what the same code meant an hour ago is not shown again.
  const key = ['codes.resolve', code, params.scancode_time ?? ''].join(' ')
  // Today's code was on the home page: it opens without a question, and without a signal.
  const isKnown = code !== '' && knownThemeDay({ code }) !== undefined
  const isClaim = code.length === claimCodeLength
  const isAsked = code !== '' && !isKnown && !isClaim && carried === undefined
  const query = useQuery(isAsked ? key : undefined, () => api.codes.resolve({ code }))
  const kind = isKnown ? 'themeDay' : isClaim ? 'claim' : query.data?.kind
  const isOthers = carried !== undefined
  useEffect(() => {
    if (isOthers) return
    if (kind === 'themeDay') replace('checkIn', { code: text })
    if (kind === 'claim') replace('claim', { code })
  }, [kind, code, text, isOthers])

  if (isOthers) return <OthersCheckIn text={text} />
  if (kind === 'card') return <FoundCard />
  const isOpening = code !== '' && query.state !== 'refused'
  if (isOpening) {
    return (
      <Page top="owner" owner="先锋连心">
        <Answered query={query}>{() => null}</Answered>
      </Page>
    )
  }
  const refusal = query.state === 'refused' ? query.refusal : text === '' ? undefined : unreadable
  return (
    <Page top="owner" owner="先锋连心" title={refusal === undefined ? '扫到的码' : '这个码打不开'} note="把图下面的字母和数字写上">
      {refusal !== undefined && <ErrorBox refusal={refusal} action={{ label: '回首页', onPress: () => replace('home') }} />}
      <CodeForm key={text} label="图下面的码" action="打开" onCode={setText} />
    </Page>
  )
}
