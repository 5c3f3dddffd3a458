/** esbuild reads TypeScript and JSX before (config/esbuild-loader.js); Babel only runs the plugin Taro adds by itself. */
module.exports = {}
