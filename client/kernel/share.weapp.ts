/** The mini-program's side of sharing: what a card sent on by WeChat's own menu says and opens. */
import { safeExecute } from '@tarojs/runtime'
import { hooks } from '@tarojs/shared'
import { useShareAppMessage } from '@tarojs/taro'
import type { ShareCard } from './ports'
import { paths } from './routes'

// Taro lets a page be shared only when its own source names the hook. Here ui/Page asks for all of them, so each page is told.
hooks.tap('modifyPageObject', (page) => {
  page.onShareAppMessage = function (this: { readonly $taroPath: string }): unknown {
    return safeExecute(this.$taroPath, 'onShareAppMessage')
  }
})

/** Without a card the home page is shared: never the page as it stands, whose address may hold a code of one person. */
export function useShare(card: ShareCard | undefined): void {
  useShareAppMessage(() =>
    card === undefined
      ? { title: '先锋连心', path: `/${paths.home}` }
      : { title: card.title, path: `/${paths.checkIn}?themeDayId=${card.themeDayId}` },
  )
}
