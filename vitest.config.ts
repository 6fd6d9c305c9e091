import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { shuffle: true },
    // Vitest leaves one core to itself, which on two cores is half of them; it hardly needs one.
    maxWorkers: '100%',
  },
});
