/** The few settings of a CloudBase environment that `cloud:init` makes and reads back. */

export interface FoundIndex {
  readonly name: string
  /** with a minus in front where it descends */
  readonly fields: readonly string[]
  readonly isUnique: boolean
}

/** `ADMINONLY` means that no phone gets at it. Any other word opens it in some way. */
export type Access = string
export const closed: Access = 'ADMINONLY'

export interface CloudEnvironment {
  collections(): Promise<readonly string[]>
  makeCollection(name: string): Promise<void>
  indexesOf(collection: string): Promise<readonly FoundIndex[]>
  makeIndexes(collection: string, indexes: readonly { readonly name: string; readonly fields: readonly string[] }[]): Promise<void>
  /** of those that are there and of which the cloud says anything */
  accessTo(collections: readonly string[]): Promise<ReadonlyMap<string, Access>>
  closeCollection(name: string): Promise<void>
  storageAccess(): Promise<Access | undefined>
  closeStorage(): Promise<void>
  /** JSON as it stands there; nothing while nobody has written any */
  functionRules(): Promise<string | undefined>
  setFunctionRules(rules: string): Promise<void>
}
