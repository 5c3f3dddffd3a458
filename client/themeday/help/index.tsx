/** S4: a hand for those who are there and cannot check in themselves. The records are theirs; who helped stands in them. */
import { useNow } from '../../kernel/clock'
import { useParams } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { nowOf } from '../parts/now-of'
import { rollOf } from '../parts/roll'
import { useLiveRoll } from '../parts/use-live-roll'
import { useThemeDay } from '../parts/use-theme-day'
import { HelpFoot } from './parts/HelpFoot'
import { HelpForm } from './parts/HelpForm'
import { HelpOutcome } from './parts/HelpOutcome'
import { useHelpForm } from './parts/use-help-form'
import { useHelping } from './parts/use-helping'

export default function HelpPage() {
  const { themeDayId } = useParams('help')
  const themeDay = useThemeDay(themeDayId)
  const roll = useLiveRoll(themeDayId)
  const now = useNow()
  const { person } = useSession()
  const helping = useHelping(themeDayId ?? '', roll.refresh)
  const form = useHelpForm()
  // What can be done for oneself is nobody's help.
  const missing = rollOf(roll.data ?? []).missing.filter(({ memberId }) => memberId !== person?.memberId)
  const isOpen = themeDay.data !== undefined && nowOf(themeDay.data, now).state === 'open'
  return (
    <Page
      title="帮谁签到？"
      note="本人在场、自己点不了的，您替他点"
      isNoteExtra
      whenOffline="没有网，帮不了签到。可以先点名"
      footOn="white"
      foot={isOpen && missing.length > 0 && <HelpFoot rows={missing} form={form} helping={helping} />}
    >
      <Answered query={themeDay}>
        {() => (
          <Answered query={roll} lines={8}>
            {() =>
              isOpen ? (
                <>
                  {helping.outcome !== undefined && <HelpOutcome outcome={helping.outcome} />}
                  {missing.length > 0 ? <HelpForm rows={missing} form={form} /> : <Empty icon="circle-check" words="都到齐了" />}
                </>
              ) : (
                <Empty icon="clock" words="现在不在签到的时间里" note="过后请在现场页点名" />
              )
            }
          </Answered>
        )}
      </Answered>
    </Page>
  )
}
