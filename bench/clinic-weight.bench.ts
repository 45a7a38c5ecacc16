/** What the clinic weighs on the line: to the interactive shell, the protocol apart, and all that is kept for later. */
import type { Bench } from './bench-figure.ts';
import { figuresOf } from './browser/run-script.ts';

export const bench: Bench = {
  name: 'Clinic: what comes over the line',
  run: () => figuresOf('clinic-weigh.ts'),
};
