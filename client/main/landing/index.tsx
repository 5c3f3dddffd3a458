/** P0: a code was scanned (`/s/<code>`). Decides by what the code is; never a blank page. */
import { useEffect, useState } from 'react'
import { api } from '../../kernel/api'
import { replace, useParams } from '../../kernel/routes'
import { codeIn } from '../../kernel/scanned'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { CodeForm } from '../parts/CodeForm'
import { knownThemeDay } from '../parts/known-theme-days'

export default function Landing() {
  const params = useParams('landing')
  const [code, setCode] = useState(params.code ?? codeIn(params.q ?? '') ?? '')
  // Each scan is a question of its own: what the same code meant an hour ago is not shown again.
  const key = ['codes.resolve', code, params.scancode_time ?? ''].join(' ')
  // Today's code was on the home page: it opens without a question, and without a signal.
  const isKnown = code !== '' && knownThemeDay({ code }) !== undefined
  const query = useQuery(code === '' || isKnown ? undefined : key, () => api.codes.resolve({ code }))
  const kind = isKnown ? 'themeDay' : query.data?.kind
  useEffect(() => {
    if (kind === 'themeDay') replace('checkIn', { code })
    if (kind === 'claim') replace('claim', { code })
  }, [kind, code])

  const isOpening = code !== '' && query.state !== 'refused'
  if (isOpening) {
    return (
      <Page top="owner" owner="先锋连心">
        <Answered query={query}>{() => null}</Answered>
      </Page>
    )
  }
  const refusal = query.state === 'refused' ? query.refusal : undefined
  return (
    <Page top="owner" owner="先锋连心" title={refusal === undefined ? '扫到的码' : '这个码打不开'} note="把图下面的 8 个字母和数字写上">
      {refusal !== undefined && <ErrorBox refusal={refusal} action={{ label: '回首页', onPress: () => replace('home') }} />}
      <CodeForm key={code} label="图下面的码" action="打开" onCode={setCode} />
    </Page>
  )
}
