import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { '@firsthand/methods': new URL('./packages/methods/src/index.ts', import.meta.url).pathname },
  },
  test: {
    include: ['{src,web,packages,examples}/**/*.test.{ts,tsx}'],
    globalSetup: ['src/store/testing/global-setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 90_000 } },
    maxWorkers: 2,
  },
});
