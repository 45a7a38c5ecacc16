import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnableProtocol } from '@denba/protocols/assess/runnable-protocol';
import { readPack } from '@denba/sync/packs/pack';
import { describe, expect, it } from 'vitest';
import { runHere, temporaryFile, temporaryFolder } from '../../test/run-denba.ts';

const mami = fileURLToPath(new URL('../../../../protocols/mami/', import.meta.url));

/** A copy of the shipped protocol's folder with another cut-off for weight-for-age. */
const changed = (value: string): string => {
  const folder = temporaryFolder();
  cpSync(mami, folder, { recursive: true });
  const sheet = join(folder, 'parameters.csv');
  writeFileSync(sheet, readFileSync(sheet, 'utf8').replace(/waz_cut,-[\d.]+,/, `waz_cut,${value},`));
  return folder;
};

describe('denba pack', () => {
  it('makes one file of a checked protocol, the same each time, and says what the adaptation changes', async () => {
    const folder = temporaryFolder();
    const files = ['a.txt', 'b.txt'].map((name) => join(folder, name));
    for (const file of files) {
      const ran = await runHere(['pack', 'mami', '--overlay', 'ml', '-o', file]);
      expect([ran.code, ran.out]).toEqual([0, '']);
      expect(ran.err).toContain('Ce que change ml :');
    }
    const [one, two] = files.map((file) => readFileSync(file, 'utf8'));
    expect(one).toBe(two);
    const pack = await readPack(one ?? '');
    if (!pack.ok) throw new Error(pack.error.kind);
    expect(pack.value.proof).toBeNull();
    const run = runnableProtocol(JSON.parse(pack.value.content));
    expect(run.ok && run.value.overlays.map(({ id }) => id)).toEqual(['ml']);
  });

  it('says against the file of before which cut-off changes, in clinical words', async () => {
    const before = join(temporaryFolder(), 'before.txt');
    expect((await runHere(['pack', 'mami', '-o', before])).code).toBe(0);
    const same = await runHere(['pack', 'mami', '--against', before, '-o', join(temporaryFolder(), 'same.txt')]);
    expect(same.err).toContain("Depuis le fichier d'avant :\n  rien");
    const after = join(temporaryFolder(), 'after.txt');
    const ran = await runHere(['pack', 'mami', '--overlay', 'muac-115', '--against', before, '-o', after]);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/Version : 0\.1\.0 → 0\.1\.0 \+ muac-115/);
    expect(ran.err).toMatch(/ 110 → 115 .*\(\w+\)\n/);
  });

  it('makes no file of a protocol that has an error, and says which', async () => {
    const folder = temporaryFolder();
    const ran = await runHere(['pack', changed('two'), '-o', join(folder, 'out.txt')]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('parameters.csv');
    expect(ran.err).toContain("aucun fichier n'a été fait");
    expect(readdirSync(folder)).toEqual([]);
  });

  it('asks where to write, and refuses to compare with what is not a pack', async () => {
    expect((await runHere(['pack', 'mami'])).code).toBe(2);
    const other = temporaryFile('other.txt', '{"denba":"courier"}\n');
    const ran = await runHere(['pack', 'mami', '--against', other, '-o', join(temporaryFolder(), 'x.txt')]);
    expect([ran.code, ran.err.includes("ce n'est pas un fichier de « denba pack »")]).toEqual([3, true]);
  });
});
