import { useState } from 'react'
import { sayClock, sayDayNear } from '#shared/kernel/day'
import { themeDayTitle } from '#shared/themeday/ids'
import type { Carried } from '#shared/themeday/scanned'
import { api } from '../../../kernel/api'
import { useNow } from '../../../kernel/clock'
import { replace } from '../../../kernel/routes'
import { useSession } from '../../../kernel/session'
import { useCommand } from '../../../kernel/use-command'
import { useQuery } from '../../../kernel/use-query'
import { Answered } from '../../../ui/Answered'
import { Card } from '../../../ui/Card'
import { ErrorBox } from '../../../ui/ErrorBox'
import { Failed } from '../../../ui/Failed'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'
import { Row } from '../../../ui/Row'
import { readRoll, type ThemeDay } from '../../parts/roll'
import { keepForLater } from '../../parts/ticks'

interface CarryingProps {
  readonly themeDay: ThemeDay
  readonly carried: Carried
}

const outOfReach = { code: 'NOT_FOUND', message: '名单里没有他，请支书来收' } as const

/** Whose it is and when they tapped, asked before it is sent: the name stands on the roll, not in the code. */
export function Carrying({ themeDay: { themeDayId, month }, carried }: CarryingProps) {
  const now = useNow()
  const { memberId, requestId, tappedAt, clockOffMs } = carried
  const roll = useQuery(`themeday.listAttendance ${themeDayId}`, () => readRoll(themeDayId), { isKept: true })
  const carrying = useCommand(api.themeday.carry)
  const { person } = useSession()
  const [state, setState] = useState<'recorded' | 'already' | 'kept'>()
  const row = roll.data?.find((one) => one.memberId === memberId)
  const tapped = { at: tappedAt, ...(clockOffMs === undefined ? {} : { clockOffMs }) }
  const carry = async () => {
    const answer = await carrying.run({ themeDayId, memberId, requestId, tapped })
    if (answer !== undefined) setState(answer.state)
  }
  /** In a hall neither phone may have a signal: then it lies in this one until there is. */
  const keep = () => {
    if (person === undefined || row === undefined) return
    const input = { themeDayId, memberId, requestId, tapped }
    keepForLater(person, { action: 'themeday.carry', input, subject: `${themeDayId} ${memberId}`, title: row.name })
    setState('kept')
  }
  const toOnSite = () => replace('onSite', { themeDayId })
  if (state === 'kept' && row !== undefined) {
    return (
      <Page foot={<Press kind="primary" label="去现场" onPress={toOnSite} />}>
        <Result kind="waiting" title="记在您手机里了" note={`有网时会自动替${row.name}传，他不用再点`} />
      </Page>
    )
  }
  if (state !== undefined && row !== undefined) {
    const title = state === 'already' ? `${row.name}已经签过了` : `${row.name}，传上去了`
    return (
      <Page foot={<Press kind="primary" label="去现场" onPress={toOnSite} />}>
        <Result kind="done" title={title} note={state === 'already' ? '不用再传' : `${sayClock(tappedAt)} 到的，记上了`} />
      </Page>
    )
  }
  const foot = row && (
    <>
      <Failed command={carrying} {...(carrying.isUnreachable ? { action: { label: '先记下，有网再传', onPress: keep } } : {})} />
      <Press kind="primary" label="收下，替他传" isBusy={carrying.isRunning} busyLabel="正在传…" onPress={() => void carry()} />
    </>
  )
  return (
    <Page {...(row === undefined ? {} : { title: `${row.name}？` })} note="他的手机没信号，您替他传" isNoteExtra foot={foot}>
      <Answered query={roll} lines={3}>
        {() =>
          row === undefined ? (
            <ErrorBox refusal={outOfReach} action={{ label: '去现场', onPress: toOnSite }} />
          ) : (
            <Card kind="list">
              <Row title="哪一次" answer={themeDayTitle(month)} />
              <Row title="什么时候点的" answer={`${sayDayNear(tappedAt, now)} ${sayClock(tappedAt)} 记下`} />
            </Card>
          )
        }
      </Answered>
    </Page>
  )
}
