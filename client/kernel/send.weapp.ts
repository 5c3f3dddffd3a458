/** The mini-program's side: the cloud function, which knows the caller by itself; or the address of a private deployment. */
import Taro from '@tarojs/taro'
import { deployment } from './deployment'
import { device } from './device'
import type { Send } from './ports'
import { Unreachable } from './unreachable'

const patienceMs = 15_000

const askCloud: Send = async (envelope) => {
  const { result } = await Taro.cloud.callFunction({ name: 'api', data: { ...envelope } })
  return result
}

/** Any status comes as an answer; what is not JSON stays a string, which is no Reply. */
const askAddress: Send = async (envelope) => {
  const token = device.readToken()
  const { data } = await Taro.request<unknown>({
    url: `${deployment.api}/api`,
    method: 'POST',
    header: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
    data: { ...envelope },
    timeout: patienceMs,
  })
  return data
}

const ask = deployment.api === '' ? askCloud : askAddress

export const send: Send = async (envelope) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  // A cloud call takes no time limit of its own and would wait for the function's.
  const silence = new Promise<never>((_, giveUp) => {
    timer = setTimeout(() => giveUp(new Unreachable()), patienceMs)
  })
  try {
    return await Promise.race([ask(envelope), silence])
  } catch {
    throw new Unreachable()
  } finally {
    clearTimeout(timer)
  }
}
