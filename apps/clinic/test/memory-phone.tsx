/**
 * An unlocked phone in memory for browser tests of family screens: the real store, folds, rows and protocol, with some
 * families. Screens are opened by their routes, as in the app.
 */
import '@denba/kit/tokens.css';
import '@denba/kit/base.css';
import '../src/clinic.css';
import { memoryDevice } from '@denba/device/memory-device';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import { type ComponentType, render } from 'preact';
import { deviceOptions } from '../src/shell/phone/device-options.ts';
import { loadProtocol } from '../src/shell/protocol/protocol.ts';
import type { ProtocolPacks } from '../src/shell/protocol/protocol-packs.ts';
import { followHistory, go, type Route, type RouteName, route } from '../src/shell/route.ts';
import type { ScreenProps } from '../src/shell/screen/lazy-screen.view.tsx';
import { type Locale, setLanguage } from '../src/shell/words/language.ts';
import { openWorkspace, type Workspace, WorkspaceProvider } from '../src/shell/workspace.ts';
import { memoryPacks } from './memory-packs.ts';

export type MemoryPhone = {
  readonly workspace: Workspace;
  readonly place: HTMLElement;
  /** Goes to a screen and waits until it has loaded. */
  readonly open: (route: Route) => Promise<void>;
  readonly speak: (locale: Locale) => Promise<void>;
  readonly end: () => void;
};

/** Loaded once, before the tests and their time limits begin. */
const protocol = await loadProtocol();

export type TestScreens = { readonly [Name in RouteName]?: ComponentType<ScreenProps<Name>> };

/** The clock is at noon of `today`. A route without a screen in `screens` shows its name. */
export const memoryPhone = async (
  screens: TestScreens,
  families: readonly (readonly Entry[])[],
  today: LocalDate,
  packs: ProtocolPacks = memoryPacks(protocol),
): Promise<MemoryPhone> => {
  await setLanguage('fr');
  const clock = { wallMs: () => Date.parse(`${today}T12:00:00Z`), today: () => today };
  const newId = (): string => crypto.randomUUID();
  const device = await memoryDevice(deviceOptions('care', protocol, clock, newId));
  const { session } = await device.create({
    centre: { id: 'cscom-1', name: 'CSCom de Sanankoroba' },
    userName: 'Mariam Diallo',
    pin: '135790',
  });
  const received = await session.receive(families.flat());
  if (!received.ok) throw new Error(`the families were not received: ${received.error.kind}`);
  const workspace = openWorkspace({
    mode: 'care',
    device,
    session,
    protocol,
    packs,
    clock,
    newId,
  });
  const place = document.createElement('div');
  document.body.append(place);
  followHistory();
  go({ name: 'today' }, 'replace');

  const Shown = () => {
    const now = route.value;
    const Screen = screens[now.name] as ComponentType<{ readonly route: Route }> | undefined;
    return Screen === undefined ? <p>{now.name}</p> : <Screen key={JSON.stringify(now)} route={now} />;
  };
  render(
    <WorkspaceProvider value={workspace}>
      <Shown />
    </WorkspaceProvider>,
    place,
  );
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 500; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const busy = place.querySelector('[role="progressbar"], [aria-busy="true"]') !== null;
      if (!busy && place.textContent !== '') return;
    }
    throw new Error(`the screen is still loading: ${place.textContent}`);
  };
  return {
    workspace,
    place,
    open: async (next) => {
      go(next);
      await settled();
    },
    speak: async (locale) => {
      await setLanguage(locale);
      await settled();
    },
    end: () => {
      render(null, place);
      place.remove();
      workspace.close();
      document.documentElement.dir = 'ltr';
    },
  };
};
