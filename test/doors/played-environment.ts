/**
 * Tencent Cloud's management API as `cloud:init` asks it, played on this machine: `TCB_BASE_URL` leads the unmodified
 * library here. It remembers what it is told, unless it is told to be deaf to it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Fields = Readonly<Record<string, unknown>>

interface PlayedCollection {
  access: string
  readonly indexes: Map<string, Fields>
}

export class PlayedEnvironment {
  readonly collections = new Map<string, PlayedCollection>()
  storage = 'PRIVATE'
  rules: string | undefined
  /** actions that are answered and change nothing */
  readonly deafTo = new Set<string>()
  /** reads of collections' access that still show the old state */
  staleReads = 0
  refusesWith: string | undefined
  /** the actions that change something, in order */
  readonly changes: string[] = []
  /** what was asked and is not spoken here */
  readonly strange: string[] = []
  url = ''
  private readonly server = createServer((request, response) => {
    this.serve(request, response).catch((error) => response.destroy(error))
  })

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    this.url = `http://127.0.0.1:${address.port}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const given: Fields = JSON.parse(Buffer.concat(parts).toString())
    const action = String(request.headers['x-tc-action'])
    response.end(JSON.stringify({ Response: { RequestId: 'r', ...this.answer(action, given) } }))
  }

  private answer(action: string, given: Fields): Fields {
    if (this.refusesWith !== undefined) return { Error: { Code: this.refusesWith, Message: 'refused' } }
    if (given.EnvId !== 'village-1') return { Error: { Code: 'ResourceNotFound', Message: 'no such environment' } }
    if (/^(Create|Update|Modify)/.test(action)) {
      this.changes.push(`${action} ${given.TableName ?? given.Resource ?? given.ResourceType}`)
      if (!this.deafTo.has(action)) this.change(action, given)
      return { Data: { Success: true } }
    }
    return this.read(action, given)
  }

  private change(action: string, given: Fields): void {
    const name = String(given.TableName ?? given.Resource)
    if (action === 'CreateTable') this.collections.set(name, { access: 'PRIVATE', indexes: new Map() })
    else if (action === 'UpdateTable') this.addIndexes(name, given.CreateIndexes)
    else if (action === 'ModifyResourcePermission') this.permit(String(given.ResourceType), name, given)
    else this.strange.push(action)
  }

  private addIndexes(name: string, given: unknown): void {
    for (const { IndexName, MgoKeySchema } of Array.isArray(given) ? given : []) {
      const index = { Name: IndexName, Keys: MgoKeySchema.MgoIndexKeys, Unique: MgoKeySchema.MgoIsUnique }
      this.collections.get(name)?.indexes.set(IndexName, index)
    }
  }

  private permit(type: string, name: string, given: Fields): void {
    const collection = this.collections.get(name)
    if (type === 'function') this.rules = String(given.SecurityRule)
    else if (type === 'storage' && name === 'bucket-1') this.storage = String(given.Permission)
    else if (type === 'collection' && collection !== undefined) collection.access = String(given.Permission)
    else this.strange.push(`permission of ${type} ${name}`)
  }

  private read(action: string, given: Fields): Fields {
    const collection = this.collections.get(String(given.TableName))
    if (action === 'DescribeEnvInfo') {
      const EnvBaseInfo = {
        EnvId: 'village-1',
        Databases: [{ InstanceId: 'tnt-1' }],
        Storages: [{ Bucket: 'bucket-1', Region: 'ap-shanghai' }],
      }
      return { EnvInfo: { EnvBaseInfo } }
    }
    if (action === 'ListTables') {
      const names = [...this.collections.keys()].slice(Number(given.MgoOffset), Number(given.MgoOffset) + Number(given.MgoLimit))
      return { Tables: names.length === 0 ? null : names.map((TableName) => ({ TableName })) }
    }
    if (action === 'DescribeTable' && collection !== undefined) {
      const own = { Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true }
      return { Indexes: [own, ...collection.indexes.values()] }
    }
    if (action === 'DescribeResourcePermission') {
      const list = this.permissions(String(given.ResourceType), Array.isArray(given.Resources) ? given.Resources : [])
      return { Data: { TotalCount: list.length, PermissionList: list } }
    }
    this.strange.push(action)
    return { Error: { Code: 'InvalidAction', Message: `${action} is not spoken here` } }
  }

  private permissions(type: string, names: readonly string[]): Fields[] {
    if (type === 'function') return this.rules === undefined ? [] : [{ ResourceType: type, Permission: 'CUSTOM', SecurityRule: this.rules }]
    if (type === 'storage') return names.map((Resource) => ({ ResourceType: type, Resource, Permission: this.storage }))
    this.staleReads -= 1
    const isStale = this.staleReads >= 0
    return names.flatMap((Resource) => {
      const found = this.collections.get(Resource)
      return found === undefined ? [] : [{ ResourceType: type, Resource, Permission: isStale ? 'PRIVATE' : found.access }]
    })
  }
}
