import { sayMonth } from '#shared/kernel/day'
import { educationWords, sexWords } from '#shared/members/words'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import type { Matter, Register } from './member'

interface RegisterFactsProps {
  readonly register: Register
  readonly onOpen: (matter: Matter) => void
}

const unknown = '没填'

/** What the county has switched on beyond the roster; all three are put right in one sheet. */
export function RegisterFacts({ register: { birthMonth, sex, education }, onOpen }: RegisterFactsProps) {
  const open = () => onOpen('register')
  const born = birthMonth === undefined ? unknown : `${birthMonth.slice(0, 4)}年${sayMonth(birthMonth)}`
  return (
    <Card kind="list">
      <Row title="出生年月" answer={born} onPress={open} />
      <Row title="性别" answer={sex === undefined ? unknown : sexWords[sex]} onPress={open} />
      <Row title="学历" answer={education === undefined ? unknown : educationWords[education]} onPress={open} />
    </Card>
  )
}
