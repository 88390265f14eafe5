/** Unit, contract and property tests: beside the source, over real NATS and Redis where they need one. */
module.exports = {
  testMatch: ['<rootDir>/(apps|packages)/*/src/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/packages/e2e/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', require('./jest.swc.js')],
    // ES modules, which jest cannot require as Node can.
    '/node_modules/(jose|@marcbachmann/cel-js)/.+\\.js$': ['@swc/jest', require('./jest.swc.js')],
  },
  transformIgnorePatterns: ['/node_modules/(?!(.*/)?(jose|@marcbachmann/cel-js)/)'],
  moduleNameMapper: {
    '^@parley/contracts$': '<rootDir>/packages/contracts/src/index.ts',
    '^@parley/([^/]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^@parley/([^/]+)/(?!dist/|package.json)(.+)$': '<rootDir>/packages/$1/src/$2',
  },
  globalSetup: '<rootDir>/packages/testing/dist/jest/global-setup.js',
  globalTeardown: '<rootDir>/packages/testing/dist/jest/global-teardown.js',
  setupFilesAfterEnv: ['<rootDir>/jest.retry.js'],
  testEnvironment: 'node',
  testTimeout: 30000,
  maxWorkers: 2,
};
