/** What CloudBase's SDK does besides documents: stored files, and WeChat's calls. With the oddities of that library. */
import { init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk'
import { answered, type CloudAccess, CloudFailure } from './cloudbase-connection'

/** Where one file's bytes are put from anywhere, signed by the cloud. */
export interface UploadTicket {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  /** how the cloud names the file; known before anything lies there */
  readonly fileId: string
}

export interface CloudServices {
  ticketFor(path: string): Promise<UploadTicket>
  upload(path: string, bytes: Buffer): Promise<void>
  /** good for so many seconds; nothing when no such file lies there */
  addressOf(fileId: string, seconds: number): Promise<string | undefined>
  /** false when there was no such file */
  remove(fileId: string): Promise<boolean>
  /** WeChat's own answer, parsed */
  askWeChat(name: string, body: object): Promise<unknown>
}

const noSuchFile = /NONEXIST|NOT_?EXIST/i

export function openCloudServices(access: CloudAccess | undefined): CloudServices {
  const cloud = init({ ...(access ?? { env: SYMBOL_CURRENT_ENV }), keepalive: false })
  return {
    async ticketFor(path) {
      const { data } = await answered(cloud.getUploadMetadata({ cloudPath: path }))
      const headers = {
        authorization: data.authorization,
        signature: data.authorization,
        'x-cos-security-token': data.token,
        'x-cos-meta-fileid': data.cosFileId,
        key: encodeURIComponent(path),
      }
      return { address: data.url, headers, fileId: data.fileId }
    },
    async upload(path, bytes) {
      await answered(cloud.uploadFile({ cloudPath: path, fileContent: bytes }))
    },
    async addressOf(fileId, seconds) {
      const { fileList } = await answered(cloud.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: seconds }] }))
      const [found] = fileList
      return succeeded(found) ? encodeURI(found?.tempFileURL ?? '') : undefined
    },
    async remove(fileId) {
      const { fileList } = await answered(cloud.deleteFile({ fileList: [fileId] }))
      return succeeded(fileList[0])
    },
    async askWeChat(name, body) {
      const { result } = await answered(cloud.callWxOpenApi({ apiName: name, requestData: body }))
      return result
    },
  }
}

/** Each file of a list has a code of its own. */
function succeeded(one: { readonly code: string } | undefined): boolean {
  if (one === undefined) throw new CloudFailure('EMPTY_LIST', 'the cloud said nothing about the file')
  if (one.code === 'SUCCESS') return true
  if (noSuchFile.test(one.code)) return false
  throw new CloudFailure(one.code, 'the cloud refused the file')
}
