/** The mini-program's side of choosing and opening a file: out of a chat, where a secretary's papers are. */
import Taro from '@tarojs/taro'
import { deployment } from './deployment'
import type { Paper, Papers } from './ports'

async function pick(): Promise<Paper | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'all' }).catch(() => undefined)
  const [file] = chosen?.tempFiles ?? []
  if (file === undefined) return undefined
  const bytes = await new Promise<ArrayBuffer | undefined>((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      success: ({ data }) => resolve(typeof data === 'string' ? undefined : data),
      fail: () => resolve(undefined),
    })
  })
  return bytes && { name: file.name, bytes }
}

const isPicture = (name: string) => /\.(jpe?g|png)$/i.test(name)

async function open(name: string, address: string): Promise<boolean> {
  const url = address.startsWith('/') ? deployment.api + address : address
  const loaded = await Taro.downloadFile({ url }).catch(() => undefined)
  if (loaded?.statusCode !== 200) return false
  const { tempFilePath } = loaded
  const opening = isPicture(name)
    ? Taro.previewImage({ urls: [tempFilePath] })
    : Taro.openDocument({ filePath: tempFilePath, showMenu: true })
  return opening.then(
    () => true,
    () => false,
  )
}

export const papers: Papers = { pick, open }
