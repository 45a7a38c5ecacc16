/** Loads a protocol by its name, from the cache of compiled protocols or by compiling it. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { cacheKey, keepCached, readCached } from './compiled-cache.ts';
import { findProtocol } from './find-protocol.ts';
import { readFolder } from './read-folder.ts';

/** Vignettes are not read, because assessments do not use them. The compiler is loaded only when it is needed. */
export const loadProtocol = async (name: string, overlays: readonly string[]): Promise<CompiledProtocol> => {
  const files = readFolder(findProtocol(name), (path) => !/(^|\/)vignettes\//.test(path));
  const key = cacheKey(files, overlays);
  const cached = key === null ? null : readCached(key);
  if (cached !== null) return cached;
  const { compileFolder } = await import('./compile-folder.ts');
  const compiled = compileFolder(name, files, overlays);
  if (key !== null) keepCached(key, compiled);
  return compiled;
};
