const { transform } = require('esbuild')

/** TypeScript and JSX to JavaScript, as jest and the function bundles do it: one tool reads our sources everywhere. */
module.exports = function esbuildLoader(source) {
  const done = this.async()
  const isJsx = this.resourcePath.endsWith('x')
  const options = {
    loader: isJsx ? 'tsx' : 'ts',
    jsx: 'automatic',
    // No optional chaining and later: browsers of village desks and old phones do not know it.
    target: 'es2019',
    sourcefile: this.resourcePath,
    sourcemap: this.sourceMap ? 'external' : false,
  }
  transform(source, options).then(
    ({ code, map }) => done(null, code, map === '' ? undefined : map),
    (failure) => done(failure),
  )
}
