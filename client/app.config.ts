/** Pages of a browser come without sliding in. */
const ofBrowsers = { animation: false }

/**
 * What a person is asked to agree to: the camera to scan a code, the clipboard to send one on, the microphone when a secretary
 * records a message. No location, no album, no profile: there is nothing more to declare (and the guide on the platform must say the
 * same).
 */
const ofMiniPrograms = { __usePrivacyCheck__: true, lazyCodeLoading: 'requiredComponents', sitemapLocation: 'sitemap.json' }

/** What a first scan needs is in the main package; every other feature is a sub-package, loaded when first opened. */
export default defineAppConfig({
  pages: [
    'main/home/index',
    'main/landing/index',
    'main/claim/index',
    'main/check-in/index',
    'main/me/index',
    'main/event/index',
    'main/notices/index',
    'main/practice/index',
  ],
  subPackages: [
    {
      root: 'themeday',
      pages: [
        'month/index',
        'plan/index',
        'on-site/index',
        'register/index',
        'late/index',
        'help/index',
        'paper/index',
        'door/index',
        'carry/index',
        'group/index',
        'habits/index',
        'remind/index',
        'poster/index',
        'minutes/index',
        'close/index',
        'book/index',
        'town/index',
      ],
    },
    {
      root: 'dues',
      pages: [
        'mine/index',
        'check/index',
        'year-sheet/index',
        'collect/index',
        'payment/index',
        'receipts/index',
        'days/index',
        'day/index',
        'hand-in/index',
        'approvals/index',
        'approve/index',
        'settings/index',
        'arrears/index',
        'book/index',
        'register/index',
        'approval-sheet/index',
        'town/index',
        'rounding/index',
      ],
    },
    { root: 'organisation', pages: ['branches/index', 'found/index', 'units/index', 'groups/index'] },
    { root: 'roles', pages: ['officers/index', 'give/index', 'hand-over/index'] },
    { root: 'systems', pages: ['switches/index'] },
    { root: 'claims', pages: ['people/index', 'sheet/index', 'devices/index', 'privacy/index'] },
    { root: 'members', pages: ['roster/index', 'member/index', 'add/index', 'card/index', 'cards/index'] },
    { root: 'assists', pages: ['mine/index', 'objections/index'] },
  ],
  preloadRule: { 'main/home/index': { network: 'all', packages: ['themeday', 'claims'] } },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '先锋连心',
    // The status bar over the pages of paper: black letters, white ones could not be read.
    navigationBarTextStyle: 'black',
    backgroundColor: '#F7F4EF',
    backgroundTextStyle: 'dark',
  },
  ...(process.env.TARO_ENV === 'h5' ? ofBrowsers : ofMiniPrograms),
})
