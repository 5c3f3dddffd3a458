/** Stands for `@cloudbase/ai` in a function: the SDK brings it along for a call that we never make. */
interface Library {
  readonly AI: new (...given: readonly unknown[]) => object
}

const library = (): Library => require('./sdk-ai')

export const AI = new Proxy(class {}, { construct: (_, given: readonly unknown[]) => new (library().AI)(...given) })
