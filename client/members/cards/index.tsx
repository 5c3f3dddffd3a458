import { useCallback, useEffect, useState } from 'react'
import { useParams } from '../../kernel/routes'
import { useCommand } from '../../kernel/use-command'
import { ErrorBox } from '../../ui/ErrorBox'
import { OnlyHere } from '../../ui/OnlyHere'
import { Page } from '../../ui/Page'
import { PrintFoot } from '../../ui/PrintFoot'
import { Skeleton } from '../../ui/Skeleton'
import { CardPages } from '../parts/CardPages'
import { type CardRow, printCards } from '../parts/cards'

/** 党员卡 on paper: of the branch, of a group, or the one that was lost. */
export default function CardsPage() {
  const { groupId, memberId } = useParams('cards')
  const { run, refusal, isUnreachable } = useCommand(printCards)
  const [cards, setCards] = useState<readonly CardRow[]>()
  // A card handed out stays good: asking again gives the same codes, so opening the page may ask by itself.
  const ask = useCallback(() => {
    const wanted = { ...(groupId === undefined ? {} : { groupId }), ...(memberId === undefined ? {} : { memberId }) }
    void run(wanted).then(setCards)
  }, [run, groupId, memberId])
  useEffect(ask, [ask])
  const hasCards = cards !== undefined && cards.length > 0
  return (
    <Page width="desk" foot={hasCards && <PrintFoot />}>
      {cards !== undefined ? (
        <>
          <OnlyHere />
          <CardPages cards={cards} />
        </>
      ) : refusal !== undefined || isUnreachable ? (
        <ErrorBox refusal={refusal} unreachable={isUnreachable} onAgain={ask} />
      ) : (
        <Skeleton isSlow={false} lines={8} />
      )}
    </Page>
  )
}
