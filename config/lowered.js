const { transform } = require('esbuild')

/**
 * The last look at every script before it gets its name: whatever packages, Taro and the bundler itself wrote in newer JavaScript comes
 * down to the level. After the minifier, which leaves esbuild less to carry down than the sources would.
 */
module.exports = class Lowered {
  constructor(target) {
    this.target = target
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.compilation.tap('Lowered', (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: 'Lowered', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1 }, (assets) =>
        Promise.all(
          Object.keys(assets)
            .filter((name) => name.endsWith('.js'))
            .map(async (name) => {
              const written = assets[name].source().toString()
              const minify = compiler.options.mode === 'production'
              // Chinese as it is written: in numbers each letter is twice as long.
              const { code } = await transform(written, { target: this.target, minify, charset: 'utf8' })
              compilation.updateAsset(name, new sources.RawSource(code))
            }),
        ),
      )
    })
  }
}
