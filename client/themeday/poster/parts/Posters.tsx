import { Text, View } from '@tarojs/components'
import { sayDay, sayHours } from '#shared/kernel/day'
import { mainVenueId, themeDayTitle } from '#shared/themeday/ids'
import { sayScanned } from '#shared/themeday/scanned'
import { device } from '../../../kernel/device'
import { useSession } from '../../../kernel/session'
import { headingOf } from '../../../ui/aria'
import { CodeView } from '../../../ui/CodeView'
import type { ThemeDay } from '../../parts/roll'
import './poster.scss'
import './poster-paper.scss'

/** Online there is no wall. */
export function Posters({ themeDay }: { readonly themeDay: ThemeDay }) {
  const places = [{ venueId: mainVenueId, name: themeDay.place }, ...themeDay.venues.filter(({ kind }) => kind !== 'online')]
  return (
    <View className="posters">
      {places.map(({ venueId, name }) => (
        <Poster key={venueId} themeDay={themeDay} venueId={venueId} place={name} />
      ))}
    </View>
  )
}

interface PosterProps {
  readonly themeDay: ThemeDay
  readonly venueId: string
  readonly place: string
}

const steps = [
  ['打开微信', '右上角加号里，点“扫一扫”'],
  ['对准这个码', '手机响一下就行'],
  ['点“我到了”', '看到对勾就好'],
] as const

/** Read from three metres, black on white: first what to do without a signal, then when and where, then the code. */
function Poster({ themeDay, venueId, place }: PosterProps) {
  const { person } = useSession()
  const { month, startsAt, endsAt, code, ways } = themeDay
  const tail = sayScanned(venueId === mainVenueId ? { code } : { code, venueId })
  const link = `${device.origin()}/s/${tail}`
  return (
    <View className="poster">
      <View className="poster-first">
        没有信号？{ways.includes('card') ? '请把您的卡给支书扫，或请支书点您的名字' : '请支书点您的名字，一样算'}
      </View>
      <View className="poster-whose">{person?.branchName}</View>
      <View className="poster-title" {...headingOf(1)}>
        {themeDayTitle(month)}
      </View>
      <View className="poster-when">
        <Text className="poster-part">{sayDay(startsAt)}</Text> <Text className="poster-part">{sayHours({ startsAt, endsAt })}</Text>
      </View>
      <View className="poster-where">{place}</View>
      <View className="poster-middle">
        <View className="poster-code">
          <CodeView text={link} size="105mm" caption={`${themeDayTitle(month)}的签到码，${place}`} />
          <View className="poster-link">{link.replace(/^https?:\/\//, '')}</View>
        </View>
        <View className="poster-steps">
          {steps.map(([what, how], index) => (
            <View key={what} className="poster-step">
              <View className="poster-number">{index + 1}</View>
              <View className="poster-how">
                <View className="poster-what">{what}</View>
                <View>{how}</View>
              </View>
            </View>
          ))}
        </View>
      </View>
      {person?.phone !== undefined && (
        <View className="poster-phone">
          来不了，请打给支书 <Text className="poster-digits">{person.phone}</Text>
        </View>
      )}
    </View>
  )
}
