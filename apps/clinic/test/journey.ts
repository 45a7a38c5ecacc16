/**
 * What every journey begins with: the built clinic, a phone, and a robot that uses it, without network from the first
 * load on. At the end of the test the phone must not have written one error to its console.
 */
import { expect, onTestFinished } from 'vitest';
import { type ClinicServer, serveClinic } from './clinic-server.ts';
import { type Phone, type PhoneOptions, startPhone } from './phone.ts';
import { createRobot, type Robot } from './robot.ts';

export const JOURNEY_MS = 90_000;

export type Traveller = { readonly phone: Phone; readonly robot: Robot; readonly url: string };

let served: Promise<ClinicServer> | null = null;

/** Served once for all journeys of a worker; it ends with the process. */
export const clinicUrl = async (): Promise<string> => {
  served ??= serveClinic();
  return (await served).url;
};

export type JourneyOptions = PhoneOptions & {
  readonly language?: 'fr' | 'en';
  readonly url?: string;
  /** What a page may write to its console as an error: journeys that break something on purpose. */
  readonly expectedErrors?: RegExp;
};

/** A phone that has loaded the clinic once, and has no network since. */
export const setOut = async (options: JourneyOptions = {}): Promise<Traveller> => {
  const url = options.url ?? (await clinicUrl());
  const phone = await takePhone(options);
  await phone.page.goto(url);
  await phone.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await phone.context.setOffline(true);
  await phone.page.reload();
  return { phone, robot: createRobot(phone.page, options.language), url };
};

/** A phone that closes itself after the test, when it still runs, and was without error. */
export const takePhone = async ({ expectedErrors, ...options }: JourneyOptions = {}): Promise<Phone> => {
  const phone = await startPhone(options);
  onTestFinished(async () => {
    await phone.close();
    const errors = phone.errors.filter((error) => expectedErrors?.test(error) !== true);
    expect(errors, 'the console of the phone').toEqual([]);
  });
  return phone;
};
