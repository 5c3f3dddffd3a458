import { api } from '../../../kernel/api'
import { device } from '../../../kernel/device'
import { useQuery } from '../../../kernel/use-query'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'

/** The way for those who hold no code: the secretary, by telephone where the scanned code tells whose it is. */
export function SecretaryHelps({ next }: { readonly next: string | undefined }) {
  const query = useQuery(next ? `codes.resolve ${next}` : undefined, () => api.codes.resolve({ code: next ?? '' }))
  const phone = query.data?.kind === 'themeDay' ? query.data.phone : undefined
  return (
    <Card kind="list">
      <Row
        icon="user-check"
        title="让支书帮我认"
        isStrong
        note={phone === undefined ? '请支书发一个码，纸上的也行；刚有新职务的，请上一级发' : `打给支部 ${phone}`}
        {...(phone === undefined ? {} : { onPress: () => device.call(phone) })}
      />
    </Card>
  )
}
