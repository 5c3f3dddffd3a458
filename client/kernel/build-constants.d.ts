/** Set when the mini-program is built (config/index.ts); nothing else is. */
declare const LIANXIN_API: string
declare const LIANXIN_ORIGIN: string
declare const LIANXIN_CLOUD: string
