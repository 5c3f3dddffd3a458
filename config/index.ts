/** Taro build configuration. No unit is converted: rpx would shrink the words on small phones. */
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { levels } from './levels.js'
import Lowered from './lowered.js'

const root = path.resolve(__dirname, '..')

/** Contracts come as types, rules and words as values: both live outside the source root. */
const include = [path.join(root, 'shared')]

/** The part of webpack-chain used here. */
interface Chain {
  module: { rule(name: string): { use(name: string): { loader(path: string): unknown } } }
  plugin(name: string): { use(plugin: typeof Lowered, given: [level: string]): unknown }
  merge(options: object): unknown
}

/** Loaders run from the last to the first: after this one Babel sees plain JavaScript. */
function readWithEsbuild(chain: Chain, level: string): void {
  chain.module.rule('script').use('esbuild').loader(path.join(__dirname, 'esbuild-loader.js'))
  chain.plugin('lowered').use(Lowered, [level])
}

interface Module {
  nameForCondition(): string | null
}

const isIn = (...folders: readonly string[]) => {
  const starts = folders.map((folder) => path.join(root, folder) + path.sep)
  return (module: Module) => starts.some((start) => module.nameForCondition()?.startsWith(start))
}

/** What pages share comes once and first: repeated in each page, its style would be loaded behind the page's own and win over it. */
const common = { name: 'common', test: isIn('client/ui', 'client/kernel', 'shared', 'node_modules'), minChunks: 2, priority: 20 }

/** The pages of a first scan are one piece: from home the check-in opens without asking the network for a script. */
const main = { name: 'main', test: isIn('client/main'), priority: 10 }

const pieces = { common: { ...common, chunks: 'async', enforce: true }, main: { ...main, chunks: 'async', enforce: true } }

const postcss = {
  pxtransform: { enable: false, config: {} },
  autoprefixer: { enable: true, config: {} },
  [path.join(__dirname, 'flex-gap.js')]: { enable: true, config: {} },
}

const sitemap = { from: 'client/sitemap.json', to: 'dist/client/weapp/sitemap.json' }

export default defineConfig<'webpack5'>({
  projectName: 'xianfeng-lianxin',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'client',
  outputRoot: `dist/client/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // A cache beside the sources once served old pages: it is a choice of the person developing, never of a build.
  cache: { enable: process.env.TARO_CACHE === '1' && process.env.NODE_ENV !== 'production' },
  // Where this build of the mini-program belongs (client/kernel/deployment.weapp.ts). Empty: the cloud environment it is bound to.
  defineConstants: {
    LIANXIN_API: JSON.stringify(process.env.LIANXIN_API ?? ''),
    LIANXIN_ORIGIN: JSON.stringify(process.env.LIANXIN_ORIGIN ?? ''),
    LIANXIN_CLOUD: JSON.stringify(process.env.LIANXIN_CLOUD ?? ''),
  },
  // Only WeChat asks what may be found.
  ...(process.env.TARO_ENV === 'weapp' ? { copy: { patterns: [sitemap], options: {} } } : {}),
  plugins: process.env.TARO_ENV === 'weapp' ? [path.join(__dirname, 'aria-plugin.js')] : [],
  mini: {
    compile: { include },
    webpackChain: (chain: Chain) => readWithEsbuild(chain, levels.weapp),
    // What two pages of one sub-package share stays in it instead of going to the main package.
    optimizeMainPackage: { enable: true },
    enableSourceMap: false,
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss,
  },
  h5: {
    publicPath: '/',
    router: { mode: 'hash' },
    useHtmlComponents: true,
    compile: { include },
    webpackChain(chain: Chain) {
      readWithEsbuild(chain, levels.h5)
      chain.merge({ optimization: { splitChunks: { cacheGroups: pieces } } })
    },
    enableSourceMap: false,
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss,
  },
})
