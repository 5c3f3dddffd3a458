/** esbuild reads TypeScript and JSX before (config/esbuild-loader.js); Babel runs the plugin Taro adds by itself, and spreads objects by `Object.assign`. */
module.exports = {
  assumptions: { setSpreadProperties: true, objectRestNoSymbols: true, ignoreFunctionLength: true },
  plugins: [['@babel/plugin-transform-object-rest-spread', { useBuiltIns: true }]],
}
