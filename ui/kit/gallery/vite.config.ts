/** Serves a page that shows every component of the kit: `npx vite ui/kit/gallery`. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
});
