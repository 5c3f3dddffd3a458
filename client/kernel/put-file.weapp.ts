/** The mini-program's side of sending a file: bare bytes, not WeChat's form of them. */
import Taro from '@tarojs/taro'
import { deployment } from './deployment'
import type { PutFile } from './ports'
import { Unreachable } from './unreachable'

const patienceMs = 30_000

export const putFile: PutFile = async ({ address, headers }, bytes) => {
  const url = address.startsWith('/') ? deployment.api + address : address
  const sent = await Taro.request({
    url,
    method: 'PUT',
    // Said by us, or WeChat says that it is JSON, which was not signed.
    header: { 'content-type': 'application/octet-stream', ...headers },
    data: bytes,
    timeout: patienceMs,
  }).catch(() => undefined)
  if (sent === undefined || sent.statusCode >= 300) throw new Unreachable()
}
