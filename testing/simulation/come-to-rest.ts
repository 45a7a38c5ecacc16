/** The end of a schedule: every phone meets the server until there is nothing new to send or receive. */
import { meet } from './meet.ts';
import type { Weather } from './network.ts';
import { restart, type World } from './world.ts';

/** A network in which everything arrives, exactly once. */
export const goodWeather = ({ random }: World): Weather => ({
  ...{ random, good: true, meanwhile: async () => {}, keepCopy: () => {} },
});

const ROUNDS = 3;

/**
 * Disks have room, nothing is lost on the way, and every phone meets the server until there is nothing new. Throws when
 * this fails.
 */
export const comeToRest = async (world: World): Promise<void> => {
  world.tell('everybody comes home');
  const weather = goodWeather(world);
  for (const phone of world.phones) {
    phone.hardware.full(false);
    await restart(phone);
  }
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const phone of world.phones) {
      const meeting = await meet(world, phone, weather);
      if (phone.lost) {
        if (meeting?.trouble?.kind !== 'revoked') throw new Error(`${phone.device} was not told that it is lost`);
        continue;
      }
      if (meeting === null || meeting.trouble !== null) {
        throw new Error(`${phone.device} cannot meet the server: ${JSON.stringify(meeting?.trouble)}`);
      }
      if (meeting.link.refused.length > 0) throw new Error(`${phone.device} was refused an entry`);
      const idle = meeting.sent === 0 && meeting.received === 0;
      if (round === ROUNDS && !idle) throw new Error(`${phone.device} does not come to rest`);
    }
  }
  await world.server.foldAll();
};
