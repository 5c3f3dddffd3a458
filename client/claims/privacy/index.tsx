/** What is kept about me, who sees it, and how to have it changed: in plain words, for who asks before agreeing. */
import { View } from '@tarojs/components'
import { device } from '../../kernel/device'
import { useSession } from '../../kernel/session'
import { headingOf } from '../../ui/aria'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import './privacy.scss'

const parts = [
  {
    title: '记您什么',
    lines: [
      '姓名、在哪个支部哪个组、哪次党日到了、什么时候到的。',
      '支书登记的党员名册内容。电话是锁起来存的，平时只露出几位。',
      '县里开通了登记项的，还有出生年月、性别、学历，只有支书和组织委员看得到。',
      '党费：哪一类、每月交多少、哪个月谁交的、收据几号。挣多少钱不记。',
      '您用哪几部手机认过，好让您自己管。',
    ],
  },
  {
    title: '不记什么',
    lines: ['不要身份证号，不拍脸，不看您在哪里。', '不记家里的事、心里的想法、生什么病、挣多少钱。', '不给人打政治分。'],
  },
  {
    title: '谁看得到',
    lines: [
      '您自己。',
      '支书看本支部的，小组长看本组到了没有。谁看过您的电话和党费，您自己查得到。',
      '党费多少，只有您、收的人、支书和组织委员看得到；纪检委员看一次记一次。',
      '镇里和县里看各支部办得怎么样。别的支部看不到您。',
    ],
  },
  {
    title: '和家里人用一部手机',
    lines: ['各签各的，各记各的。签到表上会写“同一部手机”，只是写明白，不算不到。'],
  },
  {
    title: '想改、想删、想要一份',
    lines: ['告诉支书：写错了就改，不该记的就删，要一份就给您一份。', '按规定要存档的，支书会跟您说清楚存多久。'],
  },
] as const

export default function Privacy() {
  const { person } = useSession()
  const phone = person?.phone
  return (
    <Page title="隐私" note="记您什么，谁看得到，怎么改">
      {parts.map(({ title, lines }) => (
        <Card key={title} className="privacy">
          <View className="t-title" {...headingOf(2)}>
            {title}
          </View>
          {lines.map((line) => (
            <View key={line} className="t-body">
              {line}
            </View>
          ))}
        </Card>
      ))}
      {phone !== undefined && <Press kind="plain" icon="phone" label="打给支书" onPress={() => device.call(phone)} />}
    </Page>
  )
}
