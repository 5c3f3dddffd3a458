/** What becomes of parts of a fen, for the whole county: no central rule says it. */
import { useState } from 'react'
import { type Rounding, roundings } from '#shared/dues/ids'
import { roundingWords } from '#shared/dues/words'
import { api } from '../../kernel/api'
import { useCommand } from '../../kernel/use-command'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Choice } from '../../ui/Choice'
import { Failed } from '../../ui/Failed'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'

const examples: Readonly<Record<Rounding, string>> = {
  fen: '算出来 11.728 元，收 11.73 元',
  jiao: '算出来 11.728 元，收 11.80 元',
  yuan: '算出来 11.728 元，收 12.00 元',
}

const options = roundings.map((value) => ({ value, title: roundingWords[value], note: examples[value] }))

export default function RoundingPage() {
  const terms = useQuery('dues.getTerms', () => api.dues.getTerms({}))
  return (
    <Page title="党费零头怎么算" note="全县一个算法。已经核定的不变，以后核定照新的算">
      <Answered query={terms}>{({ rounding }) => <Form key={rounding} stands={rounding} onSet={terms.refresh} />}</Answered>
    </Page>
  )
}

function Form({ stands, onSet }: { readonly stands: Rounding; readonly onSet: () => void }) {
  const [rounding, choose] = useState(stands)
  const setting = useCommand(api.dues.setRounding)
  const isSame = rounding === stands
  const set = async () => {
    if ((await setting.run({ rounding })) !== undefined) onSet()
  }
  return (
    <>
      <Choice label="零头怎么算" isLabelHidden options={options} value={rounding} onChange={choose} />
      <Failed command={setting} />
      <Press
        kind="primary"
        label={isSame ? '现在就是这样' : '就这样定'}
        disabled={isSame}
        isBusy={setting.isRunning}
        busyLabel="正在存…"
        onPress={() => void set()}
      />
    </>
  )
}
