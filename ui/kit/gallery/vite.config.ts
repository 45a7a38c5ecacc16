/** `npx vite ui/kit/gallery`: every component of the kit, to look at. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
});
