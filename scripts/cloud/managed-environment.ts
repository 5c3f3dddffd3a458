/** An environment through `@cloudbase/manager-node`, and the oddities of that library. */
import CloudBase from '@cloudbase/manager-node'
import type { CloudEnvironment } from './environment'

export interface ManagerAccess {
  readonly env: string
  readonly secretId: string
  readonly secretKey: string
}

const pageSize = 100
/** Written as a number; whether it comes back as a word is said nowhere. */
const ascending: ReadonlySet<string | undefined> = new Set(['1', 'asc'])

export function openManagedEnvironment({ env, secretId, secretKey }: ManagerAccess): CloudEnvironment {
  const { database, permission, env: environment } = new CloudBase({ envId: env, secretId, secretKey })

  async function bucket(): Promise<string> {
    const [storage] = (await environment.getEnvInfo()).EnvInfo.Storages ?? []
    if (storage?.Bucket === undefined) throw new Error('这个环境还没有云存储，请到控制台开通')
    return storage.Bucket
  }

  async function collectionsFrom(offset: number): Promise<readonly string[]> {
    const { Collections } = await database.listCollections({ MgoLimit: pageSize, MgoOffset: offset })
    const names = Collections.map(({ CollectionName }) => CollectionName)
    return names.length < pageSize ? names : [...names, ...(await collectionsFrom(offset + pageSize))]
  }

  return {
    collections: () => collectionsFrom(0),
    async makeCollection(name) {
      await database.createCollection(name)
    },
    async indexesOf(collection) {
      const { Indexes = [] } = await database.describeCollection(collection)
      return Indexes.map(({ Name, Keys, Unique }) => ({
        name: Name,
        fields: Keys.map(({ Name: field = '', Direction }) => (ascending.has(Direction) ? field : `-${field}`)),
        isUnique: Unique === true,
      }))
    },
    async makeIndexes(collection, indexes) {
      const CreateIndexes = indexes.map(({ name, fields }) => ({
        IndexName: name,
        MgoKeySchema: { MgoIndexKeys: fields.map((field) => ({ Name: field, Direction: '1' })), MgoIsUnique: false },
      }))
      await database.updateCollection(collection, { CreateIndexes })
    },
    async accessTo(collections) {
      // Nothing would be taken for everything.
      if (collections.length === 0) return new Map()
      const { Data } = await permission.describeResourcePermission({ resourceType: 'collection', resources: [...collections] })
      return new Map(Data.PermissionList.flatMap(({ Resource, Permission }) => (Resource && Permission ? [[Resource, Permission]] : [])))
    },
    async closeCollection(name) {
      await permission.modifyResourcePermission({ resourceType: 'collection', resource: name, permission: 'ADMINONLY' })
    },
    async storageAccess() {
      const { Data } = await permission.describeResourcePermission({ resourceType: 'storage', resources: [await bucket()] })
      return Data.PermissionList[0]?.Permission
    },
    async closeStorage() {
      await permission.modifyResourcePermission({ resourceType: 'storage', resource: await bucket(), permission: 'ADMINONLY' })
    },
    async functionRules() {
      const { Data } = await permission.describeResourcePermission({ resourceType: 'function' })
      return Data.PermissionList[0]?.SecurityRule
    },
    async setFunctionRules(rules) {
      await permission.modifyResourcePermission({ resourceType: 'function', permission: 'CUSTOM', securityRule: rules })
    },
  }
}
