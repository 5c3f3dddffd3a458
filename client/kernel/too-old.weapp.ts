/** WeChat itself may be too old for what stands here; it can be renewed, and whoever holds it is told so. */
import Taro from '@tarojs/taro'

/** The base library that first asks about privacy as `__usePrivacyCheck__` wants it; README and manual name it too. */
const leastLibrary = '2.32.3'

const numbersOf = (version: string) => version.split('.').map(Number)

function isBelow(version: string, least: string): boolean {
  const [mine, theirs] = [numbersOf(version), numbersOf(least)]
  const place = theirs.findIndex((number, index) => number !== (mine[index] ?? 0))
  return place !== -1 && (mine[place] ?? 0) < (theirs[place] ?? 0)
}

/** Asked in the old way: a WeChat that is too old does not know the new one. */
export function sayTooOld(): void {
  const { SDKVersion } = Taro.getSystemInfoSync()
  if (SDKVersion === undefined || !isBelow(SDKVersion, leastLibrary)) return
  void Taro.showModal({
    title: '微信太旧了',
    content: '这部手机的微信版本太旧，有些地方会打不开。请先在手机的应用商店里更新微信，再打开先锋连心。不会弄就请支部里的年轻人帮一下。',
    showCancel: false,
    confirmText: '知道了',
  })
}
