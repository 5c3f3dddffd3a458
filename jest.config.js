/** Three projects: what needs neither browser nor build, the built mini-program on a played phone, the built H5 in Chromium. */
const transform = { '^.+\\.[jt]sx?$': '<rootDir>/test/setup/esbuild-transform.js' }
const shared = { rootDir: __dirname, transform, transformIgnorePatterns: ['/node_modules/'], testEnvironment: 'node' }

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/journeys/', '/test/weapp/'],
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
}
