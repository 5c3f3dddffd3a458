/**
 * WeChat by way of CloudBase, which needs no secret: the platform adds the permission it gave this function, as far as the
 * function's `config.json` names the call. Pictures go by a binary shape of the platform's own that we have not seen, so
 * that they are asked for by HTTP or not at all.
 */
import type { CloudServices } from './cloudbase-services'
import { type WeChat, weChatOver } from './wechat'

const calls = { message: 'subscribeMessage.send', judge: 'security.msgSecCheck' } as const

export function openWeChatInCloud(services: Pick<CloudServices, 'askWeChat'>): WeChat {
  return weChatOver({
    json: (call, body) => services.askWeChat(calls[call], body).catch(() => undefined),
    picture: async () => undefined,
  })
}
