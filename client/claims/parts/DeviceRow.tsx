import { sayDate } from '#shared/kernel/day'
import type { Answer } from '../../kernel/api'
import { Row } from '../../ui/Row'
import { StatusTag } from '../../ui/StatusTag'

export type OwnDevice = Answer<'session', 'devices'>['rows'][number]

interface DeviceRowProps {
  readonly row: OwnDevice
  readonly onPress: () => void
}

/** What it is and since when it knows me; that is enough to tell one's few phones apart. */
export function DeviceRow({ row, onPress }: DeviceRowProps) {
  return (
    <Row
      title={sayKind(row)}
      isStrong
      note={[sayDay('认上', row.since), !row.isThis && sayDay('上次用', row.lastSeenAt)].filter(Boolean).join('，')}
      {...(row.isThis ? { answer: <StatusTag tone="info" icon="check" word="这一部" /> } : {})}
      onPress={onPress}
    />
  )
}

export function sayKind({ kind }: OwnDevice): string {
  if (kind === undefined) return '一部手机'
  return kind === 'weapp' ? '微信' : '浏览器'
}

const sayDay = (what: string, instant: number | undefined) => instant !== undefined && `${sayDate(instant)}${what}`
