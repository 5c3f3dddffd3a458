import type { Compiler } from 'webpack'

export default class Lowered {
  constructor(target: string)
  apply(compiler: Compiler): void
}
