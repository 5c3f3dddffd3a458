import { useParams } from '../../kernel/routes'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { OnlyHere } from '../../ui/OnlyHere'
import { Page } from '../../ui/Page'
import { PrintFoot } from '../../ui/PrintFoot'
import { SecretaryOnly } from '../parts/SecretaryOnly'
import { useIsSecretary } from '../parts/use-is-secretary'
import { useThemeDay } from '../parts/use-theme-day'
import { Posters } from './parts/Posters'

/** S14 海报: the code for the wall, one sheet for each place. */
export default function PosterPage() {
  const { themeDayId } = useParams('poster')
  const isSecretary = useIsSecretary()
  const themeDay = useThemeDay(themeDayId)
  const isOnWall = themeDay.data?.ways.includes('wall') ?? false
  return (
    <Page width="desk" foot={isSecretary && isOnWall && <PrintFoot />}>
      <SecretaryOnly>
        <OnlyHere />
        <Answered query={themeDay} lines={8}>
          {(about) =>
            about.ways.includes('wall') ? (
              <Posters themeDay={about} />
            ) : (
              <Empty icon="qr-code" words="支部这次不扫墙上的码" note="要用，在“我们支部的习惯”里勾上" />
            )
          }
        </Answered>
      </SecretaryOnly>
    </Page>
  )
}
