/** M0: who are you? Asked once; a code from the secretary answers it. */
import { useState } from 'react'
import { codeLength } from '#shared/kernel/id'
import { useParams } from '../../kernel/routes'
import { IsItYou } from './parts/IsItYou'
import { WhoAreYou } from './parts/WhoAreYou'

export default function Claim() {
  const params = useParams('claim')
  const [code, setCode] = useState(params.code ?? '')
  if (code === '') return <WhoAreYou next={params.next} onCode={(scanned) => setCode(scanned.slice(0, codeLength))} />
  return <IsItYou code={code} next={params.next} onAnotherCode={() => setCode('')} />
}
