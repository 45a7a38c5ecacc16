/**
 * A cache of compiled protocols under `node_modules/.cache/denba/`, so that the next command starts at once.
 *
 * The key is a hash of the content, the overlays, and the state of the compiler's sources: a changed sheet or a changed
 * compiler gives another key. A cache that cannot be read or written is ignored: the protocol is compiled instead.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';

const clinical = fileURLToPath(new URL('../../../../clinical/', import.meta.url));
const folder = fileURLToPath(new URL('../../../../node_modules/.cache/denba/', import.meta.url));
/** The packages of `clinical/` that take part in compiling a protocol. */
const compilers = ['protocols', 'decisions', 'questionnaires', 'schedules', 'quantities'] as const;
const KEPT = 12;

export type CacheKey = string;

/** Null when the compiler's sources cannot be read: then nothing is cached. */
export const cacheKey = (files: ReadonlyMap<string, string>, overlays: readonly string[]): CacheKey | null => {
  const hash = createHash('sha256');
  try {
    for (const name of compilers) for (const stamp of stamps(join(clinical, name, 'src'))) hash.update(stamp);
  } catch (error) {
    if (isUnavailable(error)) return null;
    throw error;
  }
  hash.update(JSON.stringify(overlays));
  for (const [path, text] of files) hash.update(`${path}\u0000${text}\u0000`);
  return hash.digest('hex');
};

export const readCached = (key: CacheKey): CompiledProtocol | null => {
  try {
    return JSON.parse(readFileSync(fileOf(key), 'utf8')) as CompiledProtocol;
  } catch (error) {
    // A cache file that was cut short counts as absent: the protocol is compiled again.
    if (error instanceof SyntaxError || isUnavailable(error)) return null;
    throw error;
  }
};

export const keepCached = (key: CacheKey, compiled: CompiledProtocol): void => {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = `${fileOf(key)}.${pid}`;
    writeFileSync(draft, JSON.stringify(compiled));
    renameSync(draft, fileOf(key));
    for (const old of oldest()) rmSync(old, { force: true });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
  }
};

/** Whether the cache folder is missing, not permitted or full: the protocol is then compiled each time. */
const isUnavailable = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(String(error.code));

const fileOf = (key: CacheKey): string => join(folder, `${key}.json`);

const oldest = (): string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .slice(KEPT);

const stamps = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return stamps(path);
    const { mtimeMs, size } = statSync(path);
    return [`${path} ${mtimeMs} ${size}\n`];
  });
