import { View } from '@tarojs/components'
import { useSession } from '../../kernel/session'
import { useTextSize } from '../../kernel/text-size'
import { headingOf } from '../../ui/aria'
import { Empty } from '../../ui/Empty'
import { type CardRow, cardPages } from './cards'
import { PaperCard } from './PaperCard'
import './card-pages.scss'

/** Sheets of eight cards to cut apart. On a phone they lie one under the other. */
export function CardPages({ cards }: { readonly cards: readonly CardRow[] }) {
  const { isBig } = useTextSize()
  const branchName = useSession().person?.branchName ?? ''
  return (
    <View className="card-pages">
      <View className="card-pages-head no-print">
        <View className="t-headline" {...headingOf(1)}>
          党员卡 {cards.length} 张
        </View>
        {cards.length > 0 && !isBig && <View className="t-note t-2">印出来剪开，一人一张，交到本人手上</View>}
      </View>
      {cards.length === 0 && <Empty icon="users" words="这里还没有党员" />}
      {cardPages(cards).map((page) => (
        <View key={page[0]?.memberId ?? ''} className="card-page">
          {page.map((card) => (
            <PaperCard key={card.memberId} card={card} branchName={branchName} />
          ))}
        </View>
      ))}
    </View>
  )
}
