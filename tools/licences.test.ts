import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { installedPackages, isAllowed, undecided } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the licences of what is installed', () => {
  it('are all of those that Denba takes, or were decided about', () => {
    const packages = installedPackages(root);
    expect(packages.length).toBeGreaterThan(200);
    expect(undecided(packages)).toEqual([]);
  });

  it('one of several is enough, of several together each is needed', () => {
    for (const taken of ['MIT', '(MIT OR GPL-3.0-only)', 'ISC AND MIT']) expect(isAllowed(taken), taken).toBe(true);
    for (const other of ['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0', 'SEE LICENSE IN x', ''])
      expect(isAllowed(other), other).toBe(false);
  });

  it('a package without one, or with another than it was decided for, is told by name', () => {
    const strange = (name: string, licence: string | null) => ({ name, version: '1.0.0', licence });
    expect(undecided([strange('fine', 'MIT'), strange('bare', null), strange('axe-core', 'GPL-3.0-only')])).toEqual([
      'bare@1.0.0: no licence',
      'axe-core@1.0.0: GPL-3.0-only',
    ]);
  });
});
