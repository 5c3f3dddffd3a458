/** Where this build of the mini-program belongs: a browser knows by its address, a mini-program is told when it is built. */
export const deployment = {
  /** `https://village.example` of a private deployment; empty: the functions of the cloud environment. */
  api: LIANXIN_API,
  /** What printed codes begin with: a private deployment answers short links itself. */
  origin: LIANXIN_ORIGIN === '' ? LIANXIN_API : LIANXIN_ORIGIN,
  /** The cloud environment's id; empty: the first of the account. */
  cloud: LIANXIN_CLOUD,
}
