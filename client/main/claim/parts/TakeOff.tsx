import { useState } from 'react'
import { type Person, useSession } from '../../../kernel/session'
import { Card } from '../../../ui/Card'
import { Press } from '../../../ui/Press'
import { Row } from '../../../ui/Row'
import { Sheet } from '../../../ui/Sheet'
import { sayPlace } from '../../parts/say-place'
import { TakeOffSheet } from './TakeOffSheet'

/** Somebody this phone should no longer know: it never was theirs, or no longer is. Makes room for a fifth as well. */
export function TakeOff() {
  const { who } = useSession()
  const [isChoosing, setChoosing] = useState(false)
  const [person, setPerson] = useState<Person>()
  const close = () => {
    setChoosing(false)
    setPerson(undefined)
  }
  if (person !== undefined) return <TakeOffSheet person={person} onClose={close} />
  return (
    <>
      <Press kind="link" label="手机认错了人，或者有人不用它了" onPress={() => setChoosing(true)} />
      {isChoosing && (
        <Sheet title="把谁从这部手机上拿掉？" onClose={close}>
          <Card kind="list">
            {(who?.persons ?? []).map((known) => (
              <Row key={known.personId} icon="user" title={known.name} isStrong note={sayPlace(known)} onPress={() => setPerson(known)} />
            ))}
          </Card>
        </Sheet>
      )}
    </>
  )
}
