import { defineConfig } from 'vitest/config';

/** Tests run in an awkward zone (UTC−2:30 in summer) so that a leaked local clock shows. */
process.env['TZ'] = 'America/St_Johns';

export default defineConfig({
  test: {
    include: ['{clinical,apps,testing,tools}/**/*.test.ts'],
    testTimeout: 30_000,
    reporters: ['default', './tools/plain-count-reporter.ts'],
  },
});
