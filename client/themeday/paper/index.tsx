/** S3 补录纸质名单: a sheet with two names under it is typed in, before the book is closed. */
import { useState } from 'react'
import { useNow } from '../../kernel/clock'
import { back, useParams } from '../../kernel/routes'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { Result } from '../../ui/Result'
import { rollOf } from '../parts/roll'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { useLiveRoll } from '../parts/use-live-roll'
import { useThemeDay } from '../parts/use-theme-day'
import { PaperForm } from './parts/PaperForm'

export default function PaperPage() {
  const { themeDayId } = useParams('paper')
  const themeDay = useThemeDay(themeDayId)
  const roll = useLiveRoll(themeDayId)
  const now = useNow()
  const [done, setDone] = useState<string>()
  if (done !== undefined) {
    return (
      <Page foot={<Press kind="primary" label="回现场" onPress={back} />}>
        <Result kind="done" title={done} note="纸质名单请留好，和签到表放在一起" />
      </Page>
    )
  }
  return (
    <Page title="补录纸质名单" note="照着纸上的名字点" isNoteExtra>
      <SecretaryOnly>
        <Answered query={themeDay}>
          {(about) => (
            <Answered query={roll} lines={8}>
              {(rows) => <PaperForm themeDay={about} rows={rows} missing={rollOf(rows).missing} now={now} onDone={setDone} />}
            </Answered>
          )}
        </Answered>
      </SecretaryOnly>
    </Page>
  )
}
