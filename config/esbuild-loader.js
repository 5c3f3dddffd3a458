const { transform } = require('esbuild')
const { levels } = require('./levels.js')

/** TypeScript and JSX to JavaScript, as jest and the function bundles do it: one tool reads our sources everywhere. */
module.exports = function esbuildLoader(source) {
  const done = this.async()
  const isJsx = this.resourcePath.endsWith('x')
  const options = {
    loader: isJsx ? 'tsx' : 'ts',
    jsx: 'automatic',
    // Lists and objects that are spread are left to Babel, which needs no help for them in each file.
    target: levels[process.env.TARO_ENV],
    supported: { 'object-rest-spread': true },
    sourcefile: this.resourcePath,
    sourcemap: this.sourceMap ? 'external' : false,
  }
  transform(source, options).then(
    ({ code, map }) => done(null, code, map === '' ? undefined : map),
    (failure) => done(failure),
  )
}
