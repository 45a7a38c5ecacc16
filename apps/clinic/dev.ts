/** `npm run clinic:dev -- 5173`: serves the clinic for development, with reload at every change. */
import { createServer } from 'vite';
import { clinicViteConfig } from './build/clinic-vite-config.ts';

const port = Number(process.argv[2] ?? 5173);
const server = await createServer({
  ...clinicViteConfig('dist', 'development'),
  cacheDir: `../../node_modules/.cache/vite-${port}`,
  server: { port, strictPort: true },
});
await server.listen();
server.printUrls();
