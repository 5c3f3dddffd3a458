/** Stands for `@cloudbase/wx-cloud-client-sdk` in a function: the SDK makes a client for data models at every start, and nothing of ours asks it for any. */
type Make = (...given: readonly unknown[]) => object

interface Clients {
  readonly default: { readonly generateHTTPClient: Make; readonly generateMySQLClient: Make }
}

const clients = (): Clients['default'] => require('./sdk-models').default

export default {
  // Made when something is asked of it for the first time.
  generateHTTPClient: (...given) => new Proxy({}, { get: (_, name) => Reflect.get(clients().generateHTTPClient(...given), name) }),
  generateMySQLClient: (...given) => clients().generateMySQLClient(...given),
} satisfies Clients['default']
