/** The cloud's door for timers, and for nobody else: what has to be done though no one asks. */
import * as z from 'zod'
import { accept } from '#shared/kernel/contract'
import { systemChance } from '../runtime/chance'
import { systemClock } from '../runtime/clock'
import { lineLog } from '../runtime/log'
import type { AnyReply } from '../runtime/serve'
import { cloudHouse, refuseAtDoor } from './cloud-house'
import { invokerOf } from './cloud-invoker'
import type { OpenHouse } from './house'

type Work = (house: OpenHouse, now: number) => Promise<void>

/** By the name of the timer. Each may be cut short and is begun again by the next ring. */
const works: Readonly<Record<string, Work>> = {
  sweepTries: ({ tries }, now) => tries.sweep(now),
  sweepFiles: ({ sweepFiles }, now) => sweepFiles(now),
}

const ringShape = z.object({ TriggerName: z.string() })

export async function main(event: unknown, context: unknown): Promise<AnyReply> {
  const name = ringShape.safeParse(event).data?.TriggerName ?? ''
  const work = Object.hasOwn(works, name) ? works[name] : undefined
  try {
    // The name comes in the event, where anyone could write it; that it was a timer only the platform can say.
    if (work === undefined || invokerOf(context).kind !== 'timer') return refuseAtDoor('NOT_ALLOWED')
    const started = performance.now()
    const now = systemClock.now()
    await work(cloudHouse().house, now)
    const ms = Math.round(performance.now() - started)
    lineLog.write({ at: now, requestId: systemChance.id(), action: `jobs.${name}`, outcome: 'ok', ms })
    return accept({})
  } catch (thrown) {
    return refuseAtDoor('UNAVAILABLE', thrown, `jobs.${name}`)
  }
}
