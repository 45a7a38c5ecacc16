/** Measures PouchDB and Dexie with the same record, on the same slowed-down phone. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, entryToText } from '@denba/records/entry';
import { pageBundle } from './clinic-bundle.ts';
import type { LongFamily } from './clinic-entries.ts';
import { SLOWER } from './clinic-phone.ts';
import { typedNames } from './clinic-search.ts';
import { protocol } from './clinic-stories.ts';
import { serve, switchOn } from './phone.ts';

export type Peers = {
  readonly lists: readonly { readonly ms: number; readonly rows: number; readonly due: number }[];
  readonly found: { readonly pouch: readonly number[]; readonly dexie: readonly number[] };
  readonly opened: readonly number[];
  readonly saved: readonly number[];
  readonly pouchMb: number;
  /** Time to derive one key from a PIN on the main thread, in ms: at full speed, and slowed down. */
  readonly stretch: { readonly fast: number; readonly slow: number };
};

export const measurePeers = async (
  profile: string,
  data: { readonly entries: readonly Entry[]; readonly long: readonly LongFamily[] },
  today: string,
  rounds: number,
): Promise<Peers> => {
  const site = await serve(
    new Map([
      ['/peer.js', await pageBundle('clinic-peer-page.ts')],
      ['/entries.ndjson', data.entries.map(entryToText).join('\n')],
      ['/protocol.json', JSON.stringify(protocol)],
    ]),
  );
  const on = () => switchOn(profile, `${site.url}/peer.html`);
  try {
    const first = await on();
    await first.page.evaluate('page.fill()');
    await first.switchOff();
    const pouchMb = megabytesIn(join(profile, 'Default', 'IndexedDB'));
    const second = await on();
    await second.page.evaluate('page.fillDexie()');
    await second.switchOff();
    const lists: Peers['lists'][number][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const phone = await on();
      await phone.slowDown(SLOWER);
      lists.push((await phone.page.evaluate(`page.list('${today}')`)) as Peers['lists'][number]);
      await phone.switchOff();
    }
    const { page, slowDown, switchOff } = await on();
    const timed = async (calls: readonly string[]): Promise<readonly number[]> => {
      const times: number[] = [];
      for (const call of calls) {
        const told = (await page.evaluate(`page.${call}`)) as number | { readonly ms: number };
        times.push(typeof told === 'number' ? told : told.ms);
      }
      return times;
    };
    const fast = await timed(['stretch()', 'stretch()', 'stretch()']);
    await slowDown(SLOWER);
    const slow = await timed(['stretch()', 'stretch()', 'stretch()']);
    const keys = typedNames.flatMap((text) => Array.from(text, (_, at) => JSON.stringify(text.slice(0, at + 1))));
    const families = data.long.slice(0, 40).map(({ family }) => `'${family}'`);
    const measured = {
      lists,
      found: {
        pouch: await timed(keys.slice(0, 20).map((key) => `findInPouch(${key})`)),
        dexie: await timed(keys.map((key) => `findInDexie(${key})`)),
      },
      opened: await timed(families.map((family) => `openFamily(${family})`)),
      saved: await timed(families.map((family) => `save(${family})`)),
      pouchMb,
      stretch: { fast: Math.min(...fast), slow: Math.min(...slow) },
    };
    await switchOff();
    return measured;
  } finally {
    site.close();
  }
};

export const megabytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0) / 1e6;
