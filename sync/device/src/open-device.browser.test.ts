import { describe, expect, it } from 'vitest';
import { backupAcceptance } from '../test/backup-acceptance.ts';
import { damageAcceptance } from '../test/damage-acceptance.ts';
import { deviceAcceptance } from '../test/device-acceptance.ts';
import { type FamilyRow, family, registration, testOptions } from '../test/family-rows.ts';
import type { Place } from '../test/first-start.ts';
import { glanceAcceptance } from '../test/glance-acceptance.ts';
import { storageAcceptance } from '../test/storage-acceptance.ts';
import { browserSurroundings } from './browser-surroundings.ts';
import { createDevice } from './create-device.ts';
import type { DeviceOptions } from './device.ts';
import { stretchHere } from './keys/stretch-here.ts';
import { openDevice } from './open-device.ts';
import { indexedDbStore } from './store/indexed-db-store.ts';

/** The browser's device, except that PINs are quick to check. */
const open = async (options: DeviceOptions<FamilyRow>) => {
  const cost = { kind: 'pbkdf2', iterations: 1 } as const;
  const surroundings = await browserSurroundings(options.name);
  return createDevice(options, { ...surroundings, stretch: stretchHere, pinCost: cost, passwordCost: cost });
};

deviceAcceptance(() => open);

const makePlace = (): Place => ({ open, store: ({ name }) => indexedDbStore(name) });

storageAcceptance(makePlace);
damageAcceptance(makePlace);
backupAcceptance(makePlace);
glanceAcceptance(makePlace);

describe('the device as it is opened by the app', () => {
  it('unlocks by a PIN whose key is made by Argon2id in a worker', async () => {
    const options = testOptions();
    const device = await openDevice(options);
    const { session } = await device.create({
      centre: { id: 'cscom-1', name: 'CSCom' },
      userName: 'Mariam',
      pin: '246810',
    });
    await session.save([registration('keita')]);
    const store = await indexedDbStore(options.name);
    const [users] = await store.get('clear', ['users']);
    expect(users).toMatchObject([{ pin: { cost: { kind: 'argon2id', memoryKiB: 19_456, passes: 2 } } }]);
    const unlocked = await (await openDevice(options)).unlock(session.user.id, '246810');
    expect(unlocked.ok && (await unlocked.value.entriesOf(family('keita'))).length).toBe(1);
  });

  it('does not open by the right PIN when its records were copied to another device', async () => {
    const [here, elsewhere] = [testOptions(), testOptions()];
    const { session } = await (await open(here)).create({
      centre: { id: 'cscom-1', name: 'CSCom' },
      userName: 'Mariam',
      pin: '246810',
    });
    await (await open(elsewhere)).create({ centre: { id: 'x', name: 'X' }, userName: 'X', pin: '000000' });
    const [from, to] = [await indexedDbStore(here.name), await indexedDbStore(elsewhere.name)];
    const [device, users] = await from.get('clear', ['device', 'users']);
    const [other] = await to.get('clear', ['device']);
    // Everything that can be copied; the non-extractable keys stay behind.
    const copied = { ...(device as object), keys: (other as { readonly keys: unknown }).keys };
    await to.write(
      [
        { kind: 'put', shelf: 'clear', key: 'device', value: copied },
        { kind: 'put', shelf: 'clear', key: 'users', value: users },
      ],
      'strict',
    );
    const unlocked = await (await open(elsewhere)).unlock(session.user.id, '246810');
    expect(unlocked.ok === false && unlocked.error.kind).toBe('wrongPin');
  });
});
