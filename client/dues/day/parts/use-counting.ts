import { useState } from 'react'
import { api } from '../../../kernel/api'
import { useCommand } from '../../../kernel/use-command'
import { outbox } from '../../../kernel/use-outbox'
import type { Day } from '../../parts/collecting'
import { ticksNow } from '../../parts/ticks'
import { sayWaiting } from '../../parts/use-say-waiting'

/** 点好了: what this phone still holds goes first, and while it holds anything of the day there is nothing to count. */
export function useCounting({ day, count, sumFen }: Day, onChanged: () => void) {
  const counting = useCommand(api.dues.countDay)
  const [isFlushing, setFlushing] = useState(false)
  const [held, setHeld] = useState(0)
  const run = async () => {
    setFlushing(true)
    await outbox.flush()
    setFlushing(false)
    const left = ticksNow().filter((tick) => tick.day === day && tick.item.state === 'queued').length
    setHeld(left)
    if (left > 0) return
    await sayWaiting()
    // What has just been sent is not in the sum that was seen: the server then asks to look again.
    await counting.run({ day, count, sumFen })
    onChanged()
  }
  const refusal = held > 0 ? { code: 'TICKS_WAITING', message: `这部手机里还有 ${held} 笔没传上来，传完再关` } : counting.refusal
  return { run, isRunning: isFlushing || counting.isRunning, refusal, isUnreachable: held === 0 && counting.isUnreachable }
}
