#!/usr/bin/env node
// Starts `denba`, whose sources are TypeScript. Node 22.18 and newer run them directly; on older versions tsx does.
// This file is plain JavaScript because it runs before TypeScript can be loaded.
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `denba : il faut Node 20.19 ou plus récent (24 conseillé) ; celui-ci est ${process.version}.\n` +
      `denba: Node 20.19 or newer is needed (24 recommended); this is ${process.version}.\n`,
  );
  process.exit(3);
}
if (process.features.typescript) {
  module.enableCompileCache?.();
} else {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('../src/main.ts');
