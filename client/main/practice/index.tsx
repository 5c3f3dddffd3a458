/** 先练一练: the real screens one after the other, over a theme day that is nobody's. Nothing is sent, and nothing is kept. */
import { useEffect, useState } from 'react'
import { now } from '../../kernel/clock'
import { back, replace } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { Done } from '../check-in/parts/Done'
import { Ready } from '../check-in/parts/Ready'
import { Opening } from '../parts/Opening'
import { inventedDay } from './invented-day'
import { Scan } from './parts/Scan'

export default function PracticePage() {
  const { state, person } = useSession()
  const [step, setStep] = useState<'scan' | 'ready' | 'done'>('scan')
  const [openedAt] = useState(now)
  const isNobody = state === 'ready' && person === undefined
  useEffect(() => {
    if (isNobody) replace('claim')
  }, [isNobody])

  if (person === undefined) return <Opening />
  if (step === 'scan') return <Scan onScanned={() => setStep('ready')} />
  const themeDay = inventedDay(openedAt)
  // Whoever practises calls nobody.
  const { phone: _, ...learner } = person
  const same = { person: learner, themeDay, isPractice: true }
  if (step === 'done') return <Done {...same} at={openedAt} isNew others={null} onLeave={back} />
  return <Ready {...same} now={openedAt} isOpen isSending={false} together={null} onCheckIn={() => setStep('done')} />
}
