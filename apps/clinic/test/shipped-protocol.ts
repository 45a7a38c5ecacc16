/** The shipped protocol for tests in a browser: compiled in Node, as by the build, when a test first imports it. */
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const NAME = 'virtual:denba-protocol';
const plugins = fileURLToPath(new URL('../build/protocol-plugin.ts', import.meta.url));

export const shippedProtocol = (): Plugin => ({
  name: 'denba-shipped-protocol',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
  load: async (id) => {
    if (id !== `\0${NAME}`) return null;
    const { module } = await runnerImport<{ readonly protocolModule: () => string }>(plugins, {
      configFile: false,
      logLevel: 'error',
    });
    return module.protocolModule();
  },
});
