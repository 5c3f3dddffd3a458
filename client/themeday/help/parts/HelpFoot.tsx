import { View } from '@tarojs/components'
import { useTextSize } from '../../../kernel/text-size'
import { Press } from '../../../ui/Press'
import type { RollRow } from '../../parts/roll'
import type { HelpForm } from './use-help-form'
import type { Helping } from './use-helping'

interface HelpFootProps {
  readonly rows: readonly RollRow[]
  readonly form: HelpForm
  readonly helping: Helping
}

/** All of the form goes with the record, and each member reads who did it. */
export function HelpFoot({ rows, form, helping: { progress, run } }: HelpFootProps) {
  const { isBig } = useTextSize()
  const { reason, isSeen } = form
  // Who has checked in meanwhile needs no hand any more.
  const chosen = rows.filter(({ memberId }) => form.ticked.includes(memberId))
  const isReady = chosen.length > 0 && reason !== undefined && isSeen
  const help = async () => {
    const came = isReady ? await run(chosen, reason) : undefined
    if (came === undefined) return
    // The next ones are other people: they have to be seen anew. Whom no answer came for stays ticked.
    const isLeft = came.unheard.length > 0
    form.change({ ticked: chosen.filter(({ name }) => came.unheard.includes(name)).map(({ memberId }) => memberId), isSeen: isLeft })
  }
  return (
    <>
      {!isBig && <View className="t-note t-2 t-center">会写上您的名字，本人也看得到</View>}
      <Press
        kind="primary"
        label={verbOf(chosen.length, form)}
        disabled={!isReady}
        isBusy={progress !== undefined}
        busyLabel={progress === undefined ? '正在签…' : `正在签 ${progress[0]}/${progress[1]}…`}
        onPress={() => void help()}
      />
    </>
  )
}

/** What is still missing, or how many it is for. */
function verbOf(count: number, { reason, isSeen }: HelpForm): string {
  if (count === 0) return '请先点名字'
  if (reason === undefined) return '请先选为什么'
  return isSeen ? `确认签到（${count} 人）` : '请先看见本人'
}
