/** Shows one screen of an unlocked phone in a browser test, with a real device, its own database and real messages. */
import '@denba/kit/tokens.css';
import '@denba/kit/base.css';
import '../src/clinic.css';
import type { Centre, Device } from '@denba/device/device';
import { openDevice } from '@denba/device/open-device';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { FamilyId } from '@denba/records/ids';
import { type ComponentChild, render } from 'preact';
import { dayOf } from '../src/shell/phone/clock.ts';
import type { RunningProtocol } from '../src/shell/protocol/protocol.ts';
import { setLanguage } from '../src/shell/words/language.ts';
import { type Mode, openWorkspace, type Workspace, WorkspaceProvider } from '../src/shell/workspace.ts';
import { memoryPacks } from './memory-packs.ts';

export const PIN = '135790';

export type ShownPhone = {
  readonly place: HTMLElement;
  readonly device: Device<CareRow>;
  readonly workspace: Workspace;
  readonly show: (screen: ComponentChild) => void;
  /** Removes the screen, locks the phone, and deletes its database. */
  readonly end: () => Promise<void>;
};

/** A separate phone with one user. `protocol` is needed for screens that read it. */
export const openPhone = async (
  given: {
    readonly mode?: Mode;
    readonly protocol?: RunningProtocol;
    readonly userName?: string;
    readonly centre?: Centre;
  } = {},
): Promise<ShownPhone> => {
  await setLanguage('fr');
  const name = `test-${crypto.randomUUID()}`;
  const newId = (): string => crypto.randomUUID();
  const device = await openDevice<CareRow>({
    name,
    wallMs: () => Date.now(),
    newId,
    rowVersion: '1',
    // Screens about the phone itself show only the number of families, so rows can be minimal.
    project: (entries) =>
      new Map(
        [...new Set(entries.map(({ family }) => family))].map((family) => [
          family,
          { families: [family], row: { family, mother: { name: null } } as unknown as CareRow },
        ]),
      ),
    linkedFamilies: (): readonly FamilyId[] => [],
  });
  const { session } = await device.create({
    centre: given.centre ?? { id: 'cscom-1', name: 'CSCom de Sanankoroba' },
    userName: given.userName ?? 'Aminata Coulibaly',
    pin: PIN,
  });
  const protocol = given.protocol ?? (null as unknown as RunningProtocol);
  const workspace = openWorkspace({
    mode: given.mode ?? 'care',
    device,
    session,
    protocol,
    packs: memoryPacks(protocol),
    clock: { wallMs: () => Date.now(), today: () => dayOf(new Date()) },
    newId,
  });
  const place = document.createElement('div');
  document.body.append(place);
  return {
    place,
    device,
    workspace,
    show: (screen) => render(<WorkspaceProvider value={workspace}>{screen}</WorkspaceProvider>, place),
    end: async () => {
      render(null, place);
      place.remove();
      workspace.close();
      indexedDB.deleteDatabase(name);
    },
  };
};
