// A thread does not inherit the loader for TypeScript (Node 20): it is registered here, before the thread's program.
import { register } from 'tsx/esm/api';

register();
await import('./protocol-worker.ts');
