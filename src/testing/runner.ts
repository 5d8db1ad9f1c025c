import { createRequire } from 'node:module';

/** What a test runner gives: jest's and vitest's globals, else Node's own. */
export interface Runner {
  describe(name: string, define: () => void): void;
  it(name: string, check: () => Promise<void>): void;
}

/** The runner that is running. */
export function findRunner(): Runner {
  const { describe, it } = globalThis as unknown as Partial<Runner>;
  if (describe !== undefined && it !== undefined) return { describe, it };
  return createRequire(import.meta.url)('node:test') as Runner;
}
