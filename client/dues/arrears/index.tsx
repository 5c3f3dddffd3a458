import { View } from '@tarojs/components'
import { api } from '../../kernel/api'
import { readAll } from '../../kernel/read-all'
import { useQuery } from '../../kernel/use-query'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { Started } from '../parts/Started'
import { ArrearsList } from './parts/ArrearsList'
import type { ArrearsRow } from './parts/say-arrears'

/** 谁欠着: whom to tell, whom to talk to, and what belongs before the branch meeting. */
export default function ArrearsPage() {
  const query = useQuery('dues.listArrears', () => readAll<ArrearsRow, 'NOT_STARTED'>((page) => api.dues.listArrears(page)))
  return (
    <Page title="谁欠着" note="这个月的还不算欠" isNoteExtra>
      <Started query={query} lines={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="circle-check" words="都交齐了，没有人欠着" />
          ) : (
            <>
              <View className="t-body t-2">一位一位单独说，不发到群里。这里只提醒，不会改谁的党员身份；怎么办由支部会定</View>
              <ArrearsList rows={rows} onChanged={query.refresh} />
            </>
          )
        }
      </Started>
    </Page>
  )
}
