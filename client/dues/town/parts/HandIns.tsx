import { View } from '@tarojs/components'
import { useState } from 'react'
import { payWayWords } from '#shared/dues/words'
import { fen, sayYuan } from '#shared/kernel/fen'
import { api } from '../../../kernel/api'
import { readAll } from '../../../kernel/read-all'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { headingOf } from '../../../ui/aria'
import { Card } from '../../../ui/Card'
import { Empty } from '../../../ui/Empty'
import { Row } from '../../../ui/Row'
import { StatusTag } from '../../../ui/StatusTag'
import { sayShortDay } from '../../parts/collecting'
import { ReceiveSheet } from './ReceiveSheet'
import type { HandIn } from './town-dues'

/** Money that has come up and has to be counted. */
export function HandIns({ onReceived }: { readonly onReceived: () => void }) {
  const [openId, setOpenId] = useState<string>()
  const query = useQuery('dues.listHandIns', () => readAll<HandIn, never>((page) => api.dues.listHandIns(page)))
  const open = query.data?.find(({ lineId }) => lineId === openId)
  const close = () => setOpenId(undefined)
  const done = () => {
    close()
    query.refresh()
    onReceived()
  }
  return (
    <>
      <View className="t-title" {...headingOf(2)}>
        送上来的党费
      </View>
      <Answered query={query} lines={2}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="circle-check" words="没有要点收的" />
          ) : (
            <Card kind="list">
              {rows.map((row) => (
                <Row
                  key={row.lineId}
                  isStrong
                  title={`${row.branchName} ${sayYuan(fen(row.fen))} 元`}
                  note={sayHow(row)}
                  answer={row.state === 'differs' && <StatusTag tone="pending" icon="circle-alert" word="数目不对" />}
                  onPress={() => setOpenId(row.lineId)}
                />
              ))}
            </Card>
          )
        }
      </Answered>
      {open !== undefined && <ReceiveSheet handIn={open} onDone={done} onClose={close} />}
    </>
  )
}

export function sayHow({ words, day, way }: HandIn): string {
  return `${words} ${sayShortDay(day)}送${way === undefined ? '' : `，${payWayWords[way]}`}`
}
