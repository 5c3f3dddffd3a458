import { View } from '@tarojs/components'
import { sayClock, sayDate } from '#shared/kernel/day'
import { spacedName } from '#shared/members/ids'
import { useSession } from '../../../kernel/session'
import { headingOf } from '../../../ui/aria'
import type { Book } from '../../parts/answers'
import { type RollRow, rollOf, sayHow, type ThemeDay } from '../../parts/roll'
import { RegisterFacts } from './RegisterFacts'
import { RegisterSheet } from './RegisterSheet'
import { RegisterTable } from './RegisterTable'
import { factsOf, roomUnder } from './register-facts'
import { notePages, notesOf, sayAt } from './register-notes'
import { columnHeight, type RegisterLine, type RegisterPage, registerPages } from './register-pages'
import './register.scss'
import './register-paper.scss'

interface RegisterProps {
  readonly themeDay: ThemeDay
  readonly rows: readonly RollRow[]
  readonly book: Book
  readonly onCorrect: (memberId: string) => void
}

/** The whole register, sheet by sheet. */
export function Register({ themeDay, rows, book, onCorrect }: RegisterProps) {
  const { person } = useSession()
  const facts = factsOf(themeDay, book)
  const names = registerPages(rows.map(lineOf), { first: roomUnder(facts) })
  const notes = notePages(notesOf(book, rows))
  const sheet = {
    branch: person?.branchName ?? '',
    month: themeDay.month,
    kind: themeDay.closedAt === undefined ? '签到表' : '登记表',
    total: names.length + notes.length,
    source: sourceOf(themeDay, rows, book),
  }
  return (
    <View className="register">
      {names.map((page) => (
        <RegisterSheet key={page.number} {...sheet} number={page.number}>
          {page.number === 1 && (
            <>
              <RegisterFacts facts={facts} />
              <View className="register-heading" {...headingOf(2)}>
                到会情况
              </View>
            </>
          )}
          <Names page={page} onCorrect={onCorrect} />
        </RegisterSheet>
      ))}
      {notes.map((lines, index) => (
        <RegisterSheet key={lines[0]?.text ?? ''} {...sheet} number={names.length + index + 1}>
          {lines.map(({ kind, text }) =>
            kind === 'heading' ? (
              <View key={text} className="register-heading" {...headingOf(2)}>
                {text}
              </View>
            ) : (
              <View key={text} className="register-note">
                {text}
              </View>
            ),
          )}
        </RegisterSheet>
      ))}
    </View>
  )
}

function lineOf(row: RollRow, index: number): RegisterLine {
  const { memberId, name, attendance } = row
  return { memberId, isPresent: attendance !== undefined, place: index + 1, name: spacedName(name), how: sayStanding(row) }
}

function sayStanding({ attendance, leave, isExcused }: RollRow): string {
  if (attendance !== undefined) return sayHow(attendance)
  if (leave !== undefined) return '请假'
  return isExcused ? '不用来' : ''
}

interface NamesProps {
  readonly page: RegisterPage
  readonly onCorrect: (memberId: string) => void
}

function Names({ page, onCorrect }: NamesProps) {
  const height = columnHeight(page.left)
  return (
    <View className="register-names">
      <RegisterTable lines={page.left} height={height} isFirst={page.number === 1} onCorrect={onCorrect} />
      <RegisterTable lines={page.right} height={height} isFirst={false} onCorrect={onCorrect} />
    </View>
  )
}

/** Says how fresh the sheet is by its last record and not by the clock, so that the same records always print the same sheet. */
function sourceOf(themeDay: ThemeDay, rows: readonly RollRow[], { closed }: Book): string {
  const made = `照 ${sayDate(themeDay.startsAt).slice('2026年'.length)}签到和点名生成`
  if (closed !== undefined) return `${made}，${closed.by} ${sayAt(closed.at)} 归档`
  const last = rollOf(rows).present[0]
  return last === undefined ? made : `${made}，最后一笔 ${sayClock(last.attendance.at)}`
}
