const base = require('../../jest.config.js');

/** End-to-end: real processes, sockets, NATS, Redis and third-party clients. Everything runs from dist. */
module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/packages/e2e/src/**/*.spec.ts'],
  transform: base.transform,
  globalSetup: base.globalSetup,
  globalTeardown: base.globalTeardown,
  setupFilesAfterEnv: ['<rootDir>/jest.retry.js'],
  testEnvironment: 'node',
  testTimeout: 120000,
  maxWorkers: 1,
};
