// `npm start`: builds what changed, then runs the server. The build is a process of its own, so that its memory is free
// when the server runs. Plain JavaScript: it runs before any TypeScript can.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('build.ts', import.meta.url));
const { status } = spawnSync(process.execPath, ['--import', 'tsx', build, ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
await import('../out/denba/program.mjs');
