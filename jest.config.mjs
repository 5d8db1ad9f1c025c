/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/scripts/jest/environment.cjs',
  reporters: ['default', '<rootDir>/scripts/jest/summary-reporter.cjs'],
  // A busy machine is no failure.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  transform: {
    '\\.(css|client\\.js)$': '<rootDir>/scripts/jest/text.cjs',
    '\\.ts$': '<rootDir>/scripts/jest/transform.cjs',
  },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    // Sources name each other by the ending they will have: './text.js' is text.ts.
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^(tree-sitter|tree-sitter-python|web-tree-sitter|magic-string|jiti)$': '<rootDir>/scripts/jest/external/$1.cjs',
    '^yargs/helpers$': '<rootDir>/scripts/jest/external/yargs-helpers.cjs',
  },
};
