// A thread does not inherit the loader that reads TypeScript (Node 20), so it is set up here, before the thread's
// program.
import { register } from 'tsx/esm/api';

register();
await import('./district-worker.ts');
