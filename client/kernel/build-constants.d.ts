/** Set when the mini-program is built (config/index.ts); nothing else is. */
declare const LIANXIN_API: string
declare const LIANXIN_ORIGIN: string
declare const LIANXIN_CLOUD: string

/** Which side is built: Taro puts the word in. */
declare const process: { readonly env: { readonly TARO_ENV: 'h5' | 'weapp' } }
