/** One sync of a phone with the server, as the clinic does it. */
import { type Meeting, synchronise } from '@denba/device/sync/synchronise';
import { networkTo, type Weather } from './network.ts';
import { keptOf, restart, type World, type WorldPhone } from './world.ts';

/** Returns `null` when the phone died and restarted, or had no room for the result. */
export const meet = async (world: World, phone: WorldPhone, weather: Weather): Promise<Meeting | null> => {
  const { hardware, open: session } = phone;
  const server = networkTo({ device: phone.device, server: world.server, life: hardware.life(), weather });
  const wallMs = (): number => Math.max(0, world.nowMs() + phone.clockOffMs);
  const given = { session, server, wallMs, firstBundle: 1 };
  const meeting = await hardware.run(() => synchronise(given, phone.link).catch(noRoomForLink));
  if (meeting === null) {
    // Another sync of the same phone may have noticed its death before and restarted it.
    if (phone.open === session) await restart(phone);
    return null;
  }
  if (meeting === 'noRoom') return null;
  if (meeting.link.acknowledged > Math.max(phone.owedAgain, keptOf(world.server.state(), phone))) {
    throw new Error(`${phone.device} says that the server has more of its log than it ever had`);
  }
  if (phone.open === session) phone.link = meeting.link;
  return meeting;
};

/** As in the clinic: the part of a sync that could not be stored is found out again at the next one. */
const noRoomForLink = (failure: unknown): 'noRoom' => {
  if (failure instanceof DOMException && failure.name === 'QuotaExceededError') return 'noRoom';
  throw failure;
};
