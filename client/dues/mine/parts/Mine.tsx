import { View } from '@tarojs/components'
import { yearOf } from '#shared/dues/ids'
import { go } from '../../../kernel/routes'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Icon } from '../../../ui/Icon'
import { Row } from '../../../ui/Row'
import { MyYear } from './MyYear'
import { Notes } from './Notes'
import { sayReminder } from './say-mine'
import { ThisMonth } from './ThisMonth'
import type { MyDues } from './use-my-dues'
import './mine.scss'

/** From what is asked most to what is looked up once a year. */
export function Mine({ dues }: { readonly dues: MyDues }) {
  const year = yearOf(dues.now?.month ?? dues.year)
  const reminder = sayReminder(dues, year)
  return (
    <>
      <ThisMonth dues={dues} year={year} />
      <Notes notes={dues.notes} collectors={dues.collectors} year={year} />
      {reminder !== undefined && (
        <Card>
          <View className="t-title" {...headingOf(2)}>
            {reminder.title}
          </View>
          {reminder.words.map((line) => (
            <View key={line} className="t-body">
              {line}
            </View>
          ))}
        </Card>
      )}
      <MyYear dues={dues} />
      <Card kind="list">
        <Row icon="list" isStrong title="支部党费收支" note="每年年初公布上一年的，只有总数" onPress={() => go('duesSheet')} />
      </Card>
      <View className="mine-private t-note t-2">
        <Icon name="lock" size={20} />
        <View>只有您、收党费的人、支书和组织委员看得到。纪检委员看一次记一次，您在“谁看过我的信息”里查得到</View>
      </View>
    </>
  )
}
