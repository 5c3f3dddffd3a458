/** Which way to WeChat a deployment has: its own secret, the cloud it runs in, or none. */
import type { CloudServices } from './cloudbase-services'
import type { Environment } from './keys'
import { noWeChat, type WeChat } from './wechat'
import { openWeChatInCloud } from './wechat-cloud'
import { openWeChatByHttp, type WeChatAccess } from './wechat-http'

export interface WeChatSurroundings extends Pick<WeChatAccess, 'clock' | 'base'> {
  readonly environment: Environment
  /** only where the program runs in a cloud function of the mini-program itself */
  readonly services?: Pick<CloudServices, 'askWeChat'>
}

/** Throws one sentence when only one half of the secret is there. */
export function openWeChat({ environment, services, ...rest }: WeChatSurroundings): WeChat {
  const { LIANXIN_WECHAT_APPID: appId = '', LIANXIN_WECHAT_SECRET: secret = '' } = environment
  if ((appId === '') !== (secret === '')) throw new Error('LIANXIN_WECHAT_APPID 和 LIANXIN_WECHAT_SECRET 要么都填，要么都不填')
  if (secret !== '') return openWeChatByHttp({ appId, secret, ...rest })
  return services === undefined ? noWeChat : openWeChatInCloud(services)
}
