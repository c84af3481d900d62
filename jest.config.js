export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/', '<rootDir>/example/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' }, sourceMaps: 'inline' }
    ]
  },
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts', '!src/cli.ts'],
  // For what never ends. Work that grows faster than a text is counted: __tests__/support/hostile.ts.
  testTimeout: 60_000,
  // jest leaves one core to its parent process, which mostly waits.
  maxWorkers: '100%',
  coverageProvider: 'babel',
  restoreMocks: true
}
