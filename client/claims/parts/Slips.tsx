import { View } from '@tarojs/components'
import { spacedName } from '#shared/members/ids'
import type { Answer } from '../../kernel/api'
import { useTextSize } from '../../kernel/text-size'
import { headingOf } from '../../ui/aria'
import { Empty } from '../../ui/Empty'
import { Slip } from './Slip'
import { slipPages } from './slip-pages'
import './slips.scss'

type Sheet = Answer<'claims', 'issueSheet'>

/** Sheets of eight slips; who is known already stands by name under them, so that nobody is looked for. */
export function Slips({ sheet }: { readonly sheet: Sheet }) {
  const { isBig } = useTextSize()
  const known = sheet.rows.filter((row) => row.code === undefined && !row.isAbove).map((row) => spacedName(row.name))
  const above = sheet.rows.filter((row) => row.isAbove).map((row) => spacedName(row.name))
  const pages = slipPages(sheet.rows)
  const title = `${sheet.branchName}${sheet.groupName ?? ''}`
  return (
    <View className="slips">
      <View className="slips-head no-print">
        <View className="t-headline" {...headingOf(1)}>
          {title}的认领码
        </View>
        {pages.length > 0 && !isBig && <View className="t-note t-2">印出来剪开，一人一张，交到本人手上</View>}
      </View>
      {pages.length === 0 && <Empty icon="user-check" words={above.length === 0 ? '都认领了，不用再印' : '没有要印的'} />}
      {pages.map((page, index) => (
        <View key={page[0]?.personId ?? ''} className="slips-page">
          <View className="slips-grid">
            {page.map((row) => (
              <Slip key={row.personId} row={row} branchName={sheet.branchName} expiresAt={sheet.expiresAt} />
            ))}
          </View>
          {index === pages.length - 1 && <Others known={known} above={above} />}
        </View>
      ))}
      {pages.length === 0 && <Others known={known} above={above} />}
    </View>
  )
}

function Others({ known, above }: { readonly known: readonly string[]; readonly above: readonly string[] }) {
  return (
    <>
      {known.length > 0 && <View className="slips-known">已经认过，不用再发：{known.join('、')}</View>}
      {above.length > 0 && <View className="slips-known">码由上一级发：{above.join('、')}</View>}
    </>
  )
}
