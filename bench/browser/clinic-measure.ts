/**
 * Measures the built clinic with ten thousand families on five phones, one after the other, each with the same store.
 * `clinic.bench.ts` runs it through a script of its own, because the build of the clinic finds its files by the folder
 * of its source.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '@denba/quantities/local-date';
import { START_OF_DAY } from '../../apps/clinic/test/phone.ts';
import type { ClinicData, LongFamily } from './clinic-entries.ts';
import { measureFloor } from './clinic-floor.ts';
import { measurePeers, megabytesIn } from './clinic-peers.ts';
import { type ClinicPhone, heapMb, PIN, takeClinicPhone } from './clinic-phone.ts';
import type { Answered } from './clinic-probe.ts';
import { openFamily, openMonth, openSearch, searchByKeys, typedNames } from './clinic-search.ts';
import { type ClinicSite, clinicSite } from './clinic-site.ts';
import { type Start, startOfDay, unlockClinic } from './clinic-start.ts';
import { answerVisit, fillQuickly, openVisitForm, saveVisit, type TimedAnswer } from './clinic-visit.ts';

const TODAY = localDate(START_OF_DAY.slice(0, 10));
export const SIZE = { families: 10_000, entries: 50_000 };
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const IDLE_MS = 10_000;
const OPENED = 6;
const SAVED = 10;
const MONTHS = 3;

export type Round = {
  readonly start: Start;
  readonly heapMb: number;
  readonly keys: readonly Answered[];
  readonly opened: readonly Answered[];
  readonly month: readonly Answered[];
  readonly answers: readonly TimedAnswer[];
  readonly saved: readonly Answered[];
  readonly results: readonly Answered[];
};

export type Filled = { readonly diskMb: number; readonly usageMb: number; readonly seconds: number };

const fill = async (profile: string, site: ClinicSite): Promise<Filled> => {
  const phone = await takeClinicPhone(profile);
  await phone.page.goto(site.fillUrl);
  await phone.page.waitForFunction(() => 'page' in globalThis);
  phone.page.setDefaultTimeout(0);
  const filled = (await phone.page.evaluate(`page.fill('${PIN}', 'Mariam')`)) as {
    readonly seconds: number;
    readonly usageBytes: number;
    readonly problems: number;
  };
  if (filled.problems > 0) throw new Error(`the store has ${filled.problems} problems after it was filled`);
  await phone.close();
  const diskMb = megabytesIn(join(profile, 'Default', 'IndexedDB'));
  // Uses the app twice before the measurement, so that it is in the cache and its code is compiled.
  for (let morning = 0; morning < 2; morning += 1) {
    const again = await takeClinicPhone(profile);
    await unlockClinic(again, site.url);
    await again.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await openSearch(again);
    // Waits for the work that the app does when it is idle: it saves the list of the day for the next morning.
    await again.page.waitForTimeout(IDLE_MS);
    await again.close();
  }
  return { diskMb, usageMb: filled.usageBytes / 1e6, seconds: filled.seconds };
};

const measureRound = async (phone: ClinicPhone, url: string, families: readonly LongFamily[]): Promise<Round> => {
  await phone.context.setOffline(true);
  const start = await startOfDay(phone, url);
  await openSearch(phone);
  const withIndex = await heapMb(phone);
  const keys = await searchByKeys(phone, typedNames);
  const opened: Answered[] = [];
  for (const family of families.slice(0, OPENED)) opened.push(await openFamily(phone, family));
  const month: Answered[] = [];
  for (let time = 0; time < MONTHS; time += 1) month.push(await openMonth(phone));
  const answers: TimedAnswer[] = [];
  const saved: Answered[] = [];
  const results: Answered[] = [];
  for (const [index, family] of [...families.slice(0, OPENED), ...families.slice(0, SAVED - OPENED)].entries()) {
    await openVisitForm(phone, family);
    if (index === 0) answers.push(...(await answerVisit(phone)));
    else await fillQuickly(phone);
    if (index % 2 === 0) saved.push(await saveVisit(phone));
    else results.push(await saveVisit(phone, 'result'));
  }
  return { start, heapMb: withIndex, keys, opened, month, answers, saved, results };
};

export const measure = async (data: ClinicData) => {
  const folder = mkdtempSync(join(tmpdir(), 'denba-clinic-'));
  const site = await clinicSite(join(folder, 'site'), data.entries);
  try {
    const filled = await fill(join(folder, 'phone'), site);
    console.error(`  filled in ${Math.round(filled.seconds)} s`);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const profile = join(folder, `phone-${round}`);
      cpSync(join(folder, 'phone'), profile, { recursive: true });
      const phone = await takeClinicPhone(profile);
      rounds.push(await measureRound(phone, site.url, data.long.slice(round * OPENED)));
      console.error(`  phone ${round + 1} of ${ROUNDS} measured`);
      await phone.close();
      rmSync(profile, { recursive: true, force: true });
    }
    const floor = await measureFloor(join(folder, 'floor'), site.url);
    const peers = await measurePeers(join(folder, 'peers'), data, TODAY, ROUNDS);
    return { filled, rounds, floor, peers, load: loadavg()[0] ?? 0 };
  } finally {
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

export type Measured = Awaited<ReturnType<typeof measure>>;
