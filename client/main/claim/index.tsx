/** M0: who are you? Asked once; a code from the secretary answers it. */
import { useEffect, useRef, useState } from 'react'
import { useParams } from '../../kernel/routes'
import { useSession } from '../../kernel/session'
import { goOn } from '../parts/after-claim'
import { IsItYou } from './parts/IsItYou'
import { WhoAreYou } from './parts/WhoAreYou'

export default function Claim() {
  const params = useParams('claim')
  const [code, setCode] = useState(params.code ?? '')
  // A code that leads nowhere differs from the right one by a letter or two: it stays in the field to be put right.
  const [wrongCode, setWrongCode] = useState('')
  const { who, person } = useSession()
  // A claim whose answer was lost is found again by asking who this is: nobody is asked for a code they have used.
  const wasNobody = useRef(who !== undefined && who.persons.length === 0 && !who.isDemonstration)
  const isFound = wasNobody.current && person !== undefined && code === ''
  useEffect(() => {
    if (isFound) goOn(params.next)
  }, [isFound, params.next])
  const another = (wrong = '') => {
    setWrongCode(wrong)
    setCode('')
  }
  if (code === '') return <WhoAreYou next={params.next} wrongCode={wrongCode} onCode={setCode} />
  return <IsItYou code={code} next={params.next} onAnotherCode={() => another()} onWrongCode={() => another(code)} />
}
