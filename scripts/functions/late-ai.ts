/** Stands for `@cloudbase/ai` in a function: the SDK brings it along for a call that we never make. */
interface Library {
  readonly AI: new (...given: readonly unknown[]) => object
}

const library = (): Library => require('./sdk-ai')

export class AI {
  constructor(...given: readonly unknown[]) {
    return Reflect.construct(library().AI, given)
  }
}
