/** Two projects: everything that needs no browser, and the journeys in Chromium on the built H5. */
const transform = { '^.+\\.[jt]sx?$': '<rootDir>/test/setup/esbuild-transform.js' }
const shared = { rootDir: __dirname, transform, transformIgnorePatterns: ['/node_modules/'], testEnvironment: 'node' }

module.exports = {
  projects: [
    { ...shared, displayName: 'fast', testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['/test/journeys/'] },
    {
      ...shared,
      displayName: 'journeys',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/setup/patience.js'],
    },
  ],
  maxWorkers: 2,
}
