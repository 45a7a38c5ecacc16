import { defineConfig } from 'vitest/config';

/** Tests run in an awkward zone (UTC−2:30 in summer) so that a leaked local clock shows. */
process.env['TZ'] = 'America/St_Johns';

export default defineConfig({
  test: {
    include: ['{clinical,apps,testing,tools}/**/*.test.ts'],
    // Tests share nothing but what they import, so a worker keeps its modules from file to file: twice as fast.
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
    reporters: ['default', './tools/plain-count-reporter.ts'],
  },
});
