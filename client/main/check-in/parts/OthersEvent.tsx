import { restart } from '../../../kernel/routes'
import { Page } from '../../../ui/Page'
import { Press } from '../../../ui/Press'
import { Result } from '../../../ui/Result'

/** A member of one branch stands before the code of another: welcome, but it counts at home. */
export function OthersEvent({ branchName }: { readonly branchName: string }) {
  return (
    <Page top="back" foot={<Press kind="primary" label="回首页" onPress={() => restart('home')} />}>
      <Result kind="refused" title={`这是${branchName}的党日`} note="您的到会记在自己支部" />
    </Page>
  )
}
