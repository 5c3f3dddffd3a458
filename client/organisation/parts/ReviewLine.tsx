import { Text, View } from '@tarojs/components'
import { spacedName } from '#shared/members/ids'
import { rosterProblemWords } from '#shared/members/words'
import { roleOf } from '../../ui/aria'
import { Choice } from '../../ui/Choice'
import { Icon } from '../../ui/Icon'
import type { ReviewRow, TwinAnswer } from './roster-review'

interface ReviewLineProps {
  readonly row: ReviewRow
  readonly onAnswer: (twin: TwinAnswer) => void
}

const postWords = { secretary: '书记', groupLeader: '组长' } as const

/** One line of the list: its number, who was read from it, or what is wrong with it. */
export function ReviewLine({ row, onAnswer }: ReviewLineProps) {
  const { line, text, person, problem, twin } = row
  const isLeftOut = twin === 'twice'
  return (
    <View className="review-item" {...roleOf('listitem')}>
      <View className="review-line">
        <Text className="review-number t-note t-2">{line}</Text>
        <Text className={isLeftOut ? 'review-name is-left-out' : 'review-name t-strong'}>{person ? spacedName(person.name) : text}</Text>
        {person?.group !== undefined && <Text className="t-note t-2">{person.group}</Text>}
        <Text className="review-post">{isLeftOut ? '不存' : person?.post && postWords[person.post]}</Text>
      </View>
      {problem !== undefined && (
        <View className="review-problem t-note t-red">
          <Icon name="circle-alert" size={20} />
          <Text>{rosterProblemWords[problem]}</Text>
        </View>
      )}
      {twin !== undefined && (
        <View className="review-twin">
          <Choice
            label={`和第 ${row.sameNameAs} 行同名，是两个人吗？`}
            options={[
              { value: 'two', title: '是两个人，都留着' },
              { value: 'twice', title: '写重了，去掉这一行' },
            ]}
            value={twin === 'open' ? undefined : twin}
            onChange={onAnswer}
          />
        </View>
      )}
    </View>
  )
}
