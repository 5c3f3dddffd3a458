import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../kernel/api'
import { useParams } from '../../kernel/routes'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Page } from '../../ui/Page'
import { PrintFoot } from '../../ui/PrintFoot'
import { SaveTable } from '../../ui/SaveTable'
import { ReverseSheet } from '../parts/ReverseSheet'
import { readRoll, rollOf } from '../parts/roll'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { useIsSecretary } from '../parts/use-is-secretary'
import { useThemeDay } from '../parts/use-theme-day'
import { Register } from './parts/Register'

/** 主题党日登记表: what was recorded once, on paper. On a desk it looks as it prints; on a phone it is one list to read. */
export default function RegisterPage() {
  const { themeDayId = '' } = useParams('register')
  const isSecretary = useIsSecretary()
  const themeDay = useThemeDay(themeDayId)
  const known = isSecretary && themeDayId !== ''
  const roll = useQuery(known ? `themeday.listAttendance ${themeDayId}` : undefined, () => readRoll(themeDayId))
  const book = useQuery(known ? `themeday.getBook ${themeDayId}` : undefined, () => api.themeday.getBook({ themeDayId }))
  const [correctedId, correct] = useState<string>()
  const corrected = roll.data && rollOf(roll.data).present.find(({ memberId }) => memberId === correctedId)
  const done = () => {
    correct(undefined)
    roll.refresh()
    book.refresh()
  }
  const isReady = isSecretary && [themeDay, roll, book].every(({ state }) => state === 'ready')
  return (
    <Page width="desk" foot={isReady && <PrintFoot />}>
      <SecretaryOnly>
        <Answered query={themeDay} lines={8}>
          {(about) => (
            <Answered query={roll} lines={8}>
              {(rows) => (
                <Answered query={book} lines={8}>
                  {(written) => (
                    <>
                      <Register themeDay={about} rows={rows} book={written} onCorrect={correct} />
                      <View className="no-print">
                        <SaveTable send={api.themeday.exportBook} input={{ themeDayId }} />
                      </View>
                    </>
                  )}
                </Answered>
              )}
            </Answered>
          )}
        </Answered>
        {corrected !== undefined && (
          <ReverseSheet themeDayId={themeDayId} row={corrected} onDone={done} onClose={() => correct(undefined)} />
        )}
      </SecretaryOnly>
    </Page>
  )
}
