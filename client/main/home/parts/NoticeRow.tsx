import { go } from '../../../kernel/routes'
import type { Person } from '../../../kernel/session'
import { Row } from '../../../ui/Row'
import type { ThemeDay } from '../../parts/held'
import { isTold, sayNotice, useIsUnread } from '../../parts/notices'

interface NoticeRowProps {
  readonly person: Person
  readonly rows: readonly ThemeDay[]
  readonly now: number
}

/** 通知, and which one is still to be read. */
export function NoticeRow({ person, rows, now }: NoticeRowProps) {
  const isUnread = useIsUnread(person, now)
  const unread = rows.filter(isTold).find(isUnread)
  const open = () => go('notices')
  if (unread === undefined) return <Row icon="bell" title="通知" isStrong onPress={open} />
  return <Row icon="bell" tone="pending" title="有新通知" isStrong note={sayNotice(unread)} onPress={open} />
}
