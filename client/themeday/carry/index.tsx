/** 替他传: a member's phone found no signal and shows what it wrote down; the organiser's phone brings it to the server. */
import { readScanned } from '#shared/themeday/scanned'
import { api } from '../../kernel/api'
import { restart, useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { ErrorBox } from '../../ui/ErrorBox'
import { Page } from '../../ui/Page'
import { Carrying } from './parts/Carrying'

const notOurs = { code: 'CODE_UNKNOWN', message: '这个码不认识，请让他再亮一次' } as const
const othersDay = { code: 'NOT_FOUND', message: '这不是本支部的党日，收不了' } as const
const goHome = { label: '回首页', onPress: () => restart('home') }

export default function CarryPage() {
  const { code = '', tail = '' } = useParams('carry')
  const carried = readScanned(`${code}.${tail}`)?.carried
  const themeDays = useQuery('themeday.list 12', () => api.themeday.list({ limit: 12 }), { isKept: true })
  const themeDay = themeDays.data?.rows.find((row) => row.code === code)
  if (carried !== undefined && themeDay !== undefined) return <Carrying themeDay={themeDay} carried={carried} />
  return (
    <Page>
      {carried === undefined ? (
        <ErrorBox refusal={notOurs} action={goHome} />
      ) : (
        <Answered query={themeDays}>{() => <ErrorBox refusal={othersDay} action={goHome} />}</Answered>
      )}
    </Page>
  )
}
