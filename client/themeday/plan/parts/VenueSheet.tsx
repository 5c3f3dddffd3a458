import { useState } from 'react'
import { type VenueKind, venueKinds } from '#shared/themeday/ids'
import { venueWords } from '#shared/themeday/words'
import { Choice } from '../../../ui/Choice'
import { Field } from '../../../ui/Field'
import { Press } from '../../../ui/Press'
import { Sheet } from '../../../ui/Sheet'
import type { PlanVenue } from '../../parts/plan'

interface VenueSheetProps {
  /** undefined: a new one */
  readonly venue: PlanVenue | undefined
  readonly onDone: (venue: PlanVenue) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

const kinds = venueKinds.map((kind) => ({ value: kind, title: venueWords[kind] }))

export function VenueSheet({ venue, onDone, onRemove, onClose }: VenueSheetProps) {
  const [kind, setKind] = useState<VenueKind>(venue?.kind ?? 'hall')
  const [name, setName] = useState(venue?.name ?? '')
  const [organiser, setOrganiser] = useState(venue?.organiser ?? '')
  const isWhole = name.trim() !== '' && organiser.trim() !== ''
  return (
    <Sheet title={venue === undefined ? '加一个会场' : '这个会场'} onClose={onClose}>
      <Choice label="什么样的会场" options={kinds} value={kind} onChange={setKind} />
      <Field label="在哪里" value={name} onChange={setName} maxLength={30} placeholder="如：河东小学" />
      <Field label="谁负责" value={organiser} onChange={setOrganiser} maxLength={20} />
      <Press
        kind="primary"
        label={isWhole ? '就这样' : '请写地方和谁负责'}
        disabled={!isWhole}
        onPress={() => onDone({ kind, name: name.trim(), organiser: organiser.trim() })}
      />
      {venue !== undefined && <Press kind="danger" label="去掉这个会场" onPress={onRemove} />}
    </Sheet>
  )
}
