/**
 * How many bytes the clinic sends over the network: until the shell is interactive, the protocol apart, and everything
 * that is cached for later.
 */
import type { Bench } from './bench-figure.ts';
import { figuresOf } from './browser/run-script.ts';

export const bench: Bench = {
  name: 'Clinic: what comes over the line',
  run: () => figuresOf('clinic-weigh.ts'),
};
