/** What a first scan needs is in the main package; every other feature is a sub-package, loaded when first opened. */
export default defineAppConfig({
  pages: ['main/home/index', 'main/landing/index', 'main/claim/index', 'main/check-in/index', 'main/me/index'],
  subPackages: [
    { root: 'themeday', pages: ['month/index', 'plan/index', 'on-site/index', 'register/index', 'late/index', 'help/index'] },
    { root: 'organisation', pages: ['branches/index', 'found/index', 'units/index', 'groups/index'] },
    { root: 'roles', pages: ['officers/index', 'give/index', 'hand-over/index'] },
    { root: 'systems', pages: ['switches/index'] },
    { root: 'claims', pages: ['people/index', 'sheet/index', 'devices/index', 'privacy/index'] },
    { root: 'members', pages: ['roster/index', 'member/index', 'add/index'] },
    { root: 'assists', pages: ['mine/index', 'objections/index'] },
  ],
  preloadRule: { 'main/home/index': { network: 'all', packages: ['themeday', 'claims'] } },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '先锋连心',
    backgroundColor: '#F7F4EF',
    backgroundTextStyle: 'dark',
  },
  animation: false,
  // Read by mini-programs only. What a person is asked to agree to: the camera to scan a code, the clipboard to send one on.
  // No location, no album, no profile: there is nothing more to declare (and the guide on the platform must say the same).
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
})
