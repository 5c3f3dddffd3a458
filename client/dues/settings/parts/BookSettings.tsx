import { useState } from 'react'
import type { Rounding } from '#shared/dues/ids'
import { roundingWords } from '#shared/dues/words'
import { dayOf } from '#shared/kernel/day'
import { fen, sayYuan } from '#shared/kernel/fen'
import { go } from '../../../kernel/routes'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import type { Book } from '../../parts/approval-row'
import { sayShortDay } from '../../parts/collecting'
import { useIsSecretary } from '../../parts/use-is-secretary'
import { sayYearMonth } from '../../parts/year-month'
import { CheckersSheet } from './CheckersSheet'
import { HowToPaySheet } from './HowToPaySheet'
import { StartSheet } from './StartSheet'

interface BookSettingsProps {
  readonly book: Book
  readonly rounding: Rounding
  readonly onChanged: () => void
}

/** What was set, each a line that opens its own question. */
export function BookSettings({ book, rounding, onChanged }: BookSettingsProps) {
  const { startMonth, farmerFen, howToPay, checkers, openingEndsAt } = book
  const [asked, ask] = useState<'start' | 'howToPay' | 'checkers'>()
  const close = () => ask(undefined)
  const done = () => {
    close()
    onChanged()
  }
  const sheet = { book, onDone: done, onClose: close }
  const namesCheckers = useIsSecretary()
  return (
    <>
      <Card kind="list">
        <Row title="从哪个月开始" note="以前的见纸质党费册" answer={sayYearMonth(startMonth)} onPress={() => ask('start')} />
        <Row title="务农党员每月" note="支部定的" answer={`${sayYuan(fen(farmerFen))} 元`} onPress={() => ask('start')} />
        <Row title="零头怎么算" note={`县里定的：${roundingWords[rounding]}`} />
      </Card>
      <Card kind="list">
        <Row title="怎么交" note={howToPay ?? '哪天、在哪、交给谁'} answer={howToPay ? '改' : '去写'} onPress={() => ask('howToPay')} />
        <Row
          title="谁核对"
          note={namesCheckers ? '收的人自己不能核对' : '由支书指定'}
          answer={checkers.length === 0 ? '还没指定' : checkers.map(({ name }) => name).join('、')}
          {...(namesCheckers ? { onPress: () => ask('checkers') } : {})}
        />
      </Card>
      <Card kind="list">
        <Row icon="pencil" isStrong title="核定" note="每人每月交多少，一年定一次" onPress={() => go('approvals')} />
        {openingEndsAt !== undefined && (
          <Row
            icon="file-text"
            isStrong
            title="纸质册的情况"
            note={`在核定里一人记一行，${sayShortDay(dayOf(openingEndsAt))}以前记完、签完`}
          />
        )}
      </Card>
      {asked === 'start' && <StartSheet {...sheet} />}
      {asked === 'howToPay' && <HowToPaySheet {...sheet} />}
      {asked === 'checkers' && <CheckersSheet {...sheet} />}
    </>
  )
}

/** What each sheet of this page is given. */
export interface BookSheetProps {
  readonly book: Book
  readonly onDone: () => void
  readonly onClose: () => void
}
