/** Stands for `@cloudbase/app` in a function: the client's half of the SDK, of which the SDK takes the names of languages for its AI. */
interface Library {
  readonly LANGS: object
}

const library = (): Library => require('./sdk-app')

export const LANGS = new Proxy({}, { get: (_, name) => Reflect.get(library().LANGS, name) })
