import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, api } from '../../kernel/api'
import { useParams } from '../../kernel/routes'
import { useCommand } from '../../kernel/use-command'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Failed } from '../../ui/Failed'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { PrintFoot } from '../../ui/PrintFoot'
import { HandOverSlip } from '../parts/HandOverSlip'
import { OpenList } from '../parts/OpenList'
import { type Who, WhoChoice } from '../parts/WhoChoice'

/** S17 书记交接: who takes over, what is still open, done; and a slip for the hands to sign. */
export default function HandOverPage() {
  const { unitId } = useParams('handOver')
  const look = useQuery(unitId && `roles.lookHandOver ${unitId}`, () => api.roles.lookHandOver({ unitId: unitId ?? '' }))
  const [who, setWho] = useState<Who>()
  const [step, setStep] = useState<'who' | 'look'>('who')
  const [isChecked, setChecked] = useState(false)
  const [done, setDone] = useState<Answer<'roles', 'handOver'>>()
  const handing = useCommand(api.roles.handOver)
  const names = look.data?.secretaries.map(({ name }) => name).join('、') ?? ''

  const next = () => {
    setChecked(true)
    if (who !== undefined) setStep('look')
  }
  const hand = async () => {
    if (unitId === undefined || who === undefined || !('personId' in who)) return
    setDone(await handing.run({ unitId, to: { personId: who.personId }, claimsToo: true }))
  }

  if (done !== undefined) {
    return (
      <Page key="done" width="desk" foot={<PrintFoot />}>
        <HandOverSlip done={done} />
      </Page>
    )
  }
  if (step === 'who') {
    return (
      <Page
        key="who"
        title="书记换人"
        {...(look.data === undefined ? {} : { note: `${look.data.unitName}，${names === '' ? '现在没有书记' : `现在是${names}`}` })}
        foot={look.state === 'ready' && <Press kind="primary" label="看看有什么没办完" onPress={next} />}
      >
        <Answered query={look} lines={4}>
          {() => (
            <WhoChoice
              label="谁来接"
              unitId={unitId ?? ''}
              mayBeOutside={false}
              who={who}
              onChange={setWho}
              gap={isChecked && who === undefined ? '还没点谁来接' : undefined}
            />
          )}
        </Answered>
      </Page>
    )
  }
  return (
    <Page
      key="look"
      title={`交给${who?.name ?? ''}`}
      note="点了“交接”，马上就换"
      isNoteExtra
      foot={
        <>
          <Failed command={handing} />
          <Press kind="primary" label="交接" isBusy={handing.isRunning} busyLabel="正在交接…" onPress={() => void hand()} />
          <Press kind="plain" label="换一个人" onPress={() => setStep('who')} />
        </>
      }
    >
      <View className="t-body">{who?.name}的手机要是支书发的码认的，交接以后要用新码再认一次：最好他在跟前，当面就认。</View>
      {look.data !== undefined && <OpenList openItems={look.data.openItems} from={names} />}
    </Page>
  )
}
