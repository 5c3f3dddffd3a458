/** M6 我的党费: this month and why, what is behind, the year, the receipts. What is due here is never paid here. */
import { useState } from 'react'
import { useSession } from '../../kernel/session'
import { Answered } from '../../ui/Answered'
import { Empty } from '../../ui/Empty'
import { Listen } from '../../ui/Listen'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { HowToPaySheet } from './parts/HowToPaySheet'
import { Mine } from './parts/Mine'
import { SayPaidSheet } from './parts/SayPaidSheet'
import { openMonths, sayAloud } from './parts/say-mine'
import { type MyDues, useMyDues } from './parts/use-my-dues'

export default function MinePage() {
  // Whoever is nobody here is told so by the answer.
  const query = useMyDues(useSession().state !== 'opening')
  const { data } = query
  return (
    <Page
      title="我的党费"
      whenOffline="没有网，先看上次的"
      listen={<Listen words={data && sayAloud(data)} />}
      foot={data?.startMonth !== undefined && <Foot dues={data} onChanged={query.refresh} />}
    >
      <Answered query={query} lines={6}>
        {(dues) =>
          dues.startMonth === undefined ? (
            <Empty icon="file-text" words="支部还没开始在这里记党费" note="现在还记在纸质党费册上，有事问支书" />
          ) : (
            <Mine dues={dues} />
          )
        }
      </Answered>
    </Page>
  )
}

/** 看怎么交 is the thing to do only while there is something to pay. */
function Foot({ dues, onChanged }: { readonly dues: MyDues; readonly onChanged: () => void }) {
  const [sheet, setSheet] = useState<'how' | 'paid'>()
  const months = openMonths(dues)
  const close = () => setSheet(undefined)
  const said = () => {
    close()
    onChanged()
  }
  return (
    <>
      <Press kind={months.length > 0 ? 'primary' : 'plain'} label="看怎么交" onPress={() => setSheet('how')} />
      {months.length > 0 && <Press kind="link" label="我交了，请核对" onPress={() => setSheet('paid')} />}
      {sheet === 'how' && <HowToPaySheet dues={dues} onClose={close} />}
      {sheet === 'paid' && <SayPaidSheet months={months} onDone={said} onClose={close} />}
    </>
  )
}
