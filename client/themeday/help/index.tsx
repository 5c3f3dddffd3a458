/** S4: a hand for somebody who is there and cannot check in themselves. The record is theirs; who helped stands in it. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { spacedName } from '#shared/members/ids'
import { useNow } from '../../kernel/clock'
import { useParams } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { Answered } from '../../ui/Answered'
import { roleOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { StatusTag } from '../../ui/StatusTag'
import { HelpSheet } from '../parts/HelpSheet'
import { nowOf } from '../parts/now-of'
import { type RollRow, rollOf, type ThemeDay } from '../parts/roll'
import { useLiveRoll } from '../parts/use-live-roll'
import { useThemeDay } from '../parts/use-theme-day'

export default function HelpPage() {
  const { themeDayId } = useParams('help')
  const themeDay = useThemeDay(themeDayId)
  const roll = useLiveRoll(themeDayId)
  const { person } = useSession()
  // What can be done for oneself is nobody's help.
  const others = (rows: readonly RollRow[]) => rows.filter(({ memberId }) => memberId !== person?.memberId)
  return (
    <Page title="帮谁签到？" note="本人在场、自己点不了的，您替他点">
      <Answered query={themeDay}>
        {(about) => (
          <Answered query={roll} lines={8}>
            {(rows) => <Missing themeDay={about} rows={others(rollOf(rows).missing)} onHelped={roll.refresh} />}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

interface MissingProps {
  readonly themeDay: ThemeDay
  readonly rows: readonly RollRow[]
  readonly onHelped: () => void
}

function Missing({ themeDay, rows, onHelped }: MissingProps) {
  const now = useNow()
  const [chosen, setChosen] = useState<RollRow>()
  const [helped, setHelped] = useState<string>()
  const finish = (name: string) => {
    setChosen(undefined)
    setHelped(name)
    onHelped()
  }
  if (nowOf(themeDay, now).state !== 'open') return <Empty icon="clock" words="现在不在签到的时间里" note="过后请在现场页点名" />
  return (
    <>
      <View {...roleOf('status')}>{helped !== undefined && <StatusTag tone="ok" icon="check" word={`${helped}，签上了`} />}</View>
      {rows.length === 0 ? (
        <Empty icon="circle-check" words="都到齐了" />
      ) : (
        <Card kind="list">
          {rows.map((row) => (
            <Row
              key={row.memberId}
              isStrong
              title={spacedName(row.name)}
              {...(row.groupName === undefined ? {} : { note: row.groupName })}
              onPress={() => setChosen(row)}
            />
          ))}
        </Card>
      )}
      {chosen !== undefined && (
        <HelpSheet themeDayId={themeDay.themeDayId} row={chosen} onDone={finish} onClose={() => setChosen(undefined)} />
      )}
    </>
  )
}
