const { transformSync } = require('esbuild')

/** TypeScript to what Node 20 runs; types are checked by tsc, not here. */
module.exports = {
  process(source, filename) {
    const loader = filename.endsWith('x') ? 'tsx' : 'ts'
    const { code, map } = transformSync(source, {
      loader,
      format: 'cjs',
      target: 'node20',
      // Jest runs every module itself: import() would go past it.
      supported: { 'dynamic-import': false },
      sourcemap: 'external',
      sourcefile: filename,
      jsx: 'automatic',
    })
    return { code, map }
  },
}
