import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/run-denba.ts';
import { loadProtocol } from './load-protocol.ts';

const mami = fileURLToPath(new URL('../../../../protocols/mami/', import.meta.url));

const copy = (): string => {
  const folder = temporaryFolder();
  cpSync(mami, folder, { recursive: true });
  return folder;
};

const wazCut = async (folder: string, overlays: readonly string[] = []) =>
  (await loadProtocol(folder, overlays)).parameters.find(({ name }) => name === 'waz_cut')?.value;

const setCut = (folder: string, value: string): void => {
  const sheet = join(folder, 'parameters.csv');
  writeFileSync(sheet, readFileSync(sheet, 'utf8').replace(/waz_cut,-[\d.]+,/, `waz_cut,${value},`));
};

describe('loading a protocol', () => {
  it('gives the same from the cache as from the sheets, whatever the words', async () => {
    const folder = copy();
    expect(await loadProtocol(folder, ['ml'])).toEqual(await loadProtocol(folder, ['ml']));
  });

  it('never gives yesterday’s sheet', async () => {
    const folder = copy();
    expect(await wazCut(folder)).toBe(-2);
    setCut(folder, '-2.5');
    expect(await wazCut(folder)).toBe(-2.5);
    setCut(folder, '-2');
    expect(await wazCut(folder)).toBe(-2);
  });

  it('refuses a protocol whose rule reads a cut-off that nobody defined', async () => {
    const folder = copy();
    const sheet = join(folder, 'tables/dt-07-nutritional-status.csv');
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('< p.waz_cut', '< p.waz_cutt'));
    await expect(loadProtocol(folder, [])).rejects.toMatchObject({
      failure: { what: { fr: expect.stringContaining('p.waz_cutt') } },
    });
  });

  it('refuses content that cannot be understood, each time', async () => {
    const folder = copy();
    setCut(folder, 'two');
    for (const _ of [1, 2]) await expect(wazCut(folder)).rejects.toThrow('is not a number');
  });
});
