/**
 * The common start of all journeys: the built clinic, a phone, and a robot that uses it, without network after the
 * first load. At the end of the test, the phone must not have written any error to its console.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { buildClinic } from '../build/build-clinic.ts';
import { serveClinic } from './clinic-server.ts';
import { type Phone, type PhoneOptions, startPhone } from './phone.ts';
import { createRobot, type Robot } from './robot.ts';
import { builtProtocol, spokenWords, type Words } from './spoken-words.ts';

export const JOURNEY_MS = 90_000;

export type Traveller = { readonly phone: Phone; readonly robot: Robot; readonly url: string };

type Served = { readonly url: string; readonly folder: string };

let served: Promise<Served> | null = null;

/** Starts one server for all journeys of a test worker. `DENBA_CLINIC` names the folder of another build. */
export const servedClinic = (): Promise<Served> => {
  served ??= (async () => {
    const folder = process.env['DENBA_CLINIC'] ?? (await buildClinic()).folder;
    return { folder, url: (await serveClinic(folder)).url };
  })();
  return served;
};

const clinicWords = async (language: 'fr' | 'en' = 'fr'): Promise<Words> =>
  spokenWords(language, await builtProtocol((await servedClinic()).folder));

export type JourneyOptions = PhoneOptions & {
  readonly language?: 'fr' | 'en';
  readonly url?: string;
  /** Errors that may appear in the console, for journeys that break something on purpose. */
  readonly expectedErrors?: RegExp;
};

/** A phone that has loaded the clinic once, and has had no network since. */
export const setOut = async (options: JourneyOptions = {}): Promise<Traveller> => {
  const url = options.url ?? (await servedClinic()).url;
  const phone = await takePhone(options);
  await phone.page.goto(url);
  await phone.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await phone.context.setOffline(true);
  await phone.page.reload();
  return { phone, robot: createRobot(phone.page, await clinicWords(options.language)), url };
};

/** A phone that is closed after the test, if it still runs. The test fails if its console has an unexpected error. */
export const takePhone = async ({ expectedErrors, ...options }: JourneyOptions = {}): Promise<Phone> => {
  // Device scale 1: at a higher one, a browser without a graphics card paints four times as many pixels.
  const phone = await startPhone({ scale: 1, ...options });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await photograph(phone, task.name);
    await phone.close();
    const errors = phone.errors.filter((error) => expectedErrors?.test(error) !== true);
    expect(errors, 'the console of the phone').toEqual([]);
  });
  return phone;
};

/** Takes screenshots of a failed journey: what is on the screen tells more than what was not found. */
const photograph = async ({ context }: Phone, title: string): Promise<void> => {
  for (const [tab, page] of context.pages().entries()) {
    const path = join(tmpdir(), `denba-failed-${title.replace(/\W+/g, '-').slice(0, 40)}-${Date.now()}-${tab}.png`);
    const taken = await page.screenshot({ path, timeout: 5_000 }).catch(() => null);
    if (taken !== null) console.log(`The phone as it stood: ${path}`);
  }
};
