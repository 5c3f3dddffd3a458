/** A stand-in for what CloudBase does besides documents: the unmodified SDK is led here. Speaks what the ports send. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface ServicesWire {
  readonly files: Map<string, Buffer>
  /** what was asked of WeChat, in order */
  readonly asked: readonly { readonly name: unknown; readonly body: unknown }[]
  /** the actions in the order of their arrival, and `PUT`, `GET` of the storage */
  readonly trips: string[]
  weChatSays: unknown
  /** every further action is refused with this code */
  refuses: string | undefined
  close(): Promise<void>
}

type Fields = Readonly<Record<string, unknown>>

const signature = 'q-sign-algorithm=sha1'
const prefix = 'cloud://local.6c6f-local-1250000000/'

export async function openServicesWire(): Promise<ServicesWire> {
  const before = { ...process.env }
  const asked: { name: unknown; body: unknown }[] = []
  const server = createServer((request, response) => {
    serve(request, response).catch((error) => response.destroy(error))
  })
  const wire: ServicesWire = {
    files: new Map(),
    asked,
    trips: [],
    weChatSays: { errCode: 0 },
    refuses: undefined,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      process.env = before
    },
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port')
  const origin = `http://127.0.0.1:${address.port}`
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'l',
    TENCENTCLOUD_SECRETKEY: 'l',
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bodyOf(request)
    const path = decodeURIComponent(new URL(request.url ?? '/', origin).pathname)
    if (path.startsWith('/cos/')) return store(request, response, path.slice('/cos/'.length), bytes)
    const given: Fields = JSON.parse(bytes.toString())
    wire.trips.push(String(given.action))
    const answer = wire.refuses === undefined ? { data: answerTo(given) } : { code: wire.refuses, message: 'refused' }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ requestId: 'r', ...answer }))
  }

  function store(request: IncomingMessage, response: ServerResponse, path: string, bytes: Buffer): void {
    wire.trips.push(String(request.method))
    if (request.method === 'PUT') {
      const isSigned = request.headers.authorization === signature && request.headers['x-cos-security-token'] === 'token'
      if (isSigned) wire.files.set(path, bytes)
      response.statusCode = isSigned ? 200 : 403
      response.end()
      return
    }
    const found = wire.files.get(path)
    response.statusCode = found === undefined ? 404 : 200
    response.end(found)
  }

  function answerTo(given: Fields): unknown {
    const nameOf = (fileId: unknown) => (typeof fileId === 'string' && fileId.startsWith(prefix) ? fileId.slice(prefix.length) : '')
    const codeOf = (name: string) => (wire.files.has(name) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST')
    if (given.action === 'storage.getUploadMetadata') {
      const fileId = `${prefix}${given.path}`
      return { url: `${origin}/cos/${given.path}`, token: 'token', authorization: signature, fileId, cosFileId: 'cos' }
    }
    if (given.action === 'storage.batchGetDownloadUrl' && Array.isArray(given.file_list)) {
      const list = given.file_list.map(({ fileid, max_age }: Fields) => {
        const name = nameOf(fileid)
        return { fileID: fileid, code: codeOf(name), tempFileURL: `${origin}/cos/${name}?for=${max_age}` }
      })
      return { download_list: list }
    }
    if (given.action === 'storage.batchDeleteFile' && Array.isArray(given.fileid_list)) {
      const list = given.fileid_list.map((fileID: unknown) => {
        const code = codeOf(nameOf(fileID))
        wire.files.delete(nameOf(fileID))
        return { fileID, code }
      })
      return { delete_list: list }
    }
    if (given.action === 'wx.api' && typeof given.requestData === 'string') {
      asked.push({ name: given.apiName, body: JSON.parse(given.requestData) })
      return { responseData: JSON.stringify(wire.weChatSays) }
    }
    throw new Error(`${given.action} is not spoken here`)
  }
  return wire
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}
