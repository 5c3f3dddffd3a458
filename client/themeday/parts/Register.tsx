import { Text, View } from '@tarojs/components'
import { sayClock, sayDate } from '#shared/kernel/day'
import { spacedName } from '#shared/members/ids'
import { useSession } from '../../kernel/session'
import { headingOf } from '../../ui/aria'
import { RegisterFacts } from './RegisterFacts'
import { RegisterTable } from './RegisterTable'
import { columnHeight, type RegisterPage, registerPages } from './register-pages'
import { type RollRow, rollOf, sayHow, type ThemeDay } from './roll'
import './register.scss'
import './register-paper.scss'

interface RegisterProps {
  readonly themeDay: ThemeDay
  readonly rows: readonly RollRow[]
}

/** The whole register, sheet by sheet. */
export function Register({ themeDay, rows }: RegisterProps) {
  const { person } = useSession()
  const branch = person?.branchName ?? ''
  const pages = registerPages(
    rows.map((row, index) => ({
      place: index + 1,
      name: spacedName(row.name),
      how: row.attendance === undefined ? '' : sayHow(row.attendance),
    })),
  )
  const source = sourceOf(themeDay, rows)
  return (
    <View className="register">
      {pages.map((page) => (
        <View key={page.number} className="register-page">
          {page.number === 1 && (
            <View className="register-title" {...headingOf(1)}>
              {/* Broken between its words where it does not fit. */}
              <Text className="register-word">主题党日</Text>
              <Text className="register-word">签到表</Text>
            </View>
          )}
          <View className="register-whose">
            <Text>{branch}</Text>
            <Text>编号 {themeDay.month}</Text>
          </View>
          {page.number === 1 && <RegisterFacts themeDay={themeDay} rows={rows} />}
          {page.number === 1 && (
            <View className="register-heading" {...headingOf(2)}>
              到会情况
            </View>
          )}
          <Names page={page} />
          {page.number === pages.length && <Signatures />}
          <View className="register-foot">
            <Text>{source}</Text>
            <Text className="register-number">
              第 {page.number} 页，共 {pages.length} 页
            </Text>
          </View>
        </View>
      ))}
    </View>
  )
}

function Names({ page }: { readonly page: RegisterPage }) {
  return (
    <View className="register-names">
      <RegisterTable lines={page.left} height={columnHeight(page.left)} isFirst={page.number === 1} />
      <RegisterTable lines={page.right} height={columnHeight(page.left)} isFirst={false} />
    </View>
  )
}

/** Written by hand: who made the sheet, who checked it, the seal and the day. */
function Signatures() {
  return (
    <View className="register-signatures">
      <Text className="register-signature">制表人：</Text>
      <Text className="register-signature">审核人：</Text>
      <Text>（盖章）</Text>
      <Text className="register-date">
        <Text>年</Text>
        <Text>月</Text>
        <Text>日</Text>
      </Text>
    </View>
  )
}

/** Says how fresh the sheet is by its last record and not by the clock, so that the same records always print the same sheet. */
function sourceOf(themeDay: ThemeDay, rows: readonly RollRow[]): string {
  const day = sayDate(themeDay.startsAt).slice('2026年'.length)
  const last = rollOf(rows).present[0]
  return `照 ${day}签到和点名生成${last === undefined ? '' : `，最后一笔 ${sayClock(last.attendance.at)}`}`
}
