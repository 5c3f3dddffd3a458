/** Where I am known: each of my phones, to be let go of when it is lost, sold or somebody else's. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api } from '../../kernel/api'
import { device } from '../../kernel/device'
import { useSession } from '../../kernel/session'
import { useQuery } from '../../kernel/use-query'
import { Answered } from '../../ui/Answered'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Press } from '../../ui/Press'
import { DeviceRow, type OwnDevice } from '../parts/DeviceRow'
import { LetGoSheet } from '../parts/LetGoSheet'

export default function Devices() {
  const { person } = useSession()
  const query = useQuery('session.devices', () => api.session.devices({}))
  const [chosen, setChosen] = useState<OwnDevice>()
  const phone = person?.phone
  const close = () => {
    setChosen(undefined)
    query.refresh()
  }
  return (
    <Page title="我的手机" note={person && `认得${person.name}的手机和浏览器`}>
      <Answered query={query}>
        {({ rows }) => (
          <Card kind="list">
            {rows.map((row) => (
              <DeviceRow key={row.deviceKey} row={row} onPress={() => setChosen(row)} />
            ))}
          </Card>
        )}
      </Answered>
      <Card>
        <View className="t-title">换了手机怎么办？</View>
        <View className="t-body">请支书发一个换手机的码，新手机扫一下。旧手机就不再认得您了。</View>
      </Card>
      {phone !== undefined && <Press kind="plain" icon="phone" label="打给支书" onPress={() => device.call(phone)} />}
      {chosen !== undefined && <LetGoSheet row={chosen} onClose={close} />}
    </Page>
  )
}
