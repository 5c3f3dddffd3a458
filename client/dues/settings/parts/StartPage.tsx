import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Rounding } from '#shared/dues/ids'
import { roundingWords } from '#shared/dues/words'
import { api } from '../../../kernel/api'
import { now } from '../../../kernel/clock'
import { useCommand } from '../../../kernel/use-command'
import { Failed } from '../../../ui/Failed'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { StartFields } from './StartFields'
import { type StartForm, startFormOf, startInputOf } from './start-form'

interface StartPageProps {
  readonly rounding: Rounding
  readonly onStarted: () => void
}

/** The first step: from it on there are months that can be paid. */
export function StartPage({ rounding, onStarted }: StartPageProps) {
  const [form, setForm] = useState<StartForm>(() => startFormOf(undefined, now()))
  const starting = useCommand(api.dues.start)
  const input = startInputOf(form)
  const start = async () => {
    if (input !== undefined && (await starting.run(input)) !== undefined) onStarted()
  }
  return (
    <Page
      title="党费怎么记"
      note="先定两件事，就能开始"
      foot={
        <>
          <Failed command={starting} />
          <Press
            kind="primary"
            label={input === undefined ? '先写好务农交多少' : '从这个月开始记'}
            disabled={input === undefined}
            isBusy={starting.isRunning}
            busyLabel="正在存…"
            onPress={() => void start()}
          />
        </>
      }
    >
      <StartFields
        form={form}
        onChange={(next) => {
          starting.reset()
          setForm(next)
        }}
      />
      <View className="t-body t-2">这里只记账，不收钱。按工资、养老金算出来的零头，全县{roundingWords[rounding]}</View>
    </Page>
  )
}
