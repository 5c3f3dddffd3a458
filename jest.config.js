/** Four projects: what needs neither browser nor build, the built cloud functions, the built mini-program on a played phone, the built H5 in Chromium. */
const transform = { '^.+\\.[jt]sx?$': '<rootDir>/test/setup/esbuild-transform.js' }
/** As Taro does: where a file has only its two platform sides, tests without a build read the mini-program's. */
const moduleFileExtensions = ['js', 'ts', 'tsx', 'json', 'node', 'weapp.ts', 'weapp.tsx']
/** The one package that comes as modules alone. */
const transformIgnorePatterns = ['/node_modules/(?!@noble/hashes/)']
const shared = { rootDir: __dirname, transform, transformIgnorePatterns, moduleFileExtensions, testEnvironment: 'node' }

/** What is asked of the cloud functions as they were built. */
const cloud = ['doors/api', 'doors/jobs', 'doors/cloud-http', 'faults/cloud-']

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/journeys/', '/test/weapp/', ...cloud.map((name) => `/test/${name}`)],
    },
    {
      ...shared,
      displayName: 'cloud',
      testMatch: cloud.map((name) => `<rootDir>/test/${name}*.test.ts`),
      // The functions are tried as they are uploaded, to the letter.
      transformIgnorePatterns: ['/node_modules/', '/dist/'],
      setupFilesAfterEnv: ['<rootDir>/test/setup/patience.js'],
    },
    {
      ...shared,
      displayName: 'weapp',
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
      setupFiles: ['<rootDir>/test/setup/screen.js'],
      // The document is taken down by its own close, after the last page: cleaning it up twice only warns.
      testEnvironmentOptions: { globalsCleanup: 'off' },
      setupFilesAfterEnv: ['<rootDir>/test/setup/patience.js'],
    },
    {
      ...shared,
      displayName: 'journeys',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/setup/patience.js'],
    },
  ],
  maxWorkers: 2,
  // Five seconds are for a machine that has nothing else to do.
  testTimeout: 60_000,
}
