/**
 * Fills the store of the clinic, at the address of the clinic and in the form in which the app keeps it, before the app
 * runs.
 */
import { browserSurroundings } from '@denba/device/browser-surroundings';
import { createDevice } from '@denba/device/create-device';
import { stretchHere } from '@denba/device/keys/stretch-here';
import type { Entry } from '@denba/records/entry';
import { phoneClock } from '../../apps/clinic/src/shell/phone/clock.ts';
import { deviceOptions } from '../../apps/clinic/src/shell/phone/device-options.ts';
import { runProtocol } from '../../apps/clinic/src/shell/protocol/protocol.ts';

const RECEIVED_AT_ONCE = 2000;

const page = {
  /**
   * Receives all entries in batches, like a phone that synchronises over months, and waits after each until the store
   * has tidied itself. Returns the time in seconds, the disk usage in bytes and the number of problems.
   */
  fill: async (pin: string, userName: string) => {
    const start = performance.now();
    const read = async (file: string) => (await fetch(`bench/${file}`)).json();
    const protocol = runProtocol(await read('protocol.json'), await read('indicators.json'));
    const options = deviceOptions('care', protocol, phoneClock, () => crypto.randomUUID());
    let tidying = 0;
    let lastTidied = performance.now();
    const surroundings = await browserSurroundings(options.name);
    const device = await createDevice(options, {
      ...surroundings,
      stretch: stretchHere,
      whenIdle: (work) => {
        tidying += 1;
        surroundings.whenIdle(async () => {
          await work();
          tidying -= 1;
          lastTidied = performance.now();
        });
      },
    });
    const settled = async (): Promise<void> => {
      do await new Promise((resolve) => setTimeout(resolve, 200));
      while (tidying > 0 || performance.now() - lastTidied < 500);
    };
    const { session } = await device.create({ centre: { id: 'cscom', name: 'CSCom' }, userName, pin });
    const lines = (await (await fetch('bench/entries.json')).text()).split('\n');
    for (let from = 0; from < lines.length; from += RECEIVED_AT_ONCE) {
      const entries = lines.slice(from, from + RECEIVED_AT_ONCE).map((line) => JSON.parse(line) as Entry);
      const received = await session.receive(entries);
      if (!received.ok) throw new Error(JSON.stringify(received.error));
      await settled();
    }
    const usage = await session.usage();
    const problems = session.problems().length;
    device.close();
    return { seconds: (performance.now() - start) / 1000, ...usage, problems };
  },
};

Object.assign(globalThis, { page });
