/** A screen is fetched when it is first opened; from the phone's cache, that takes a moment and no network. */

import { Notice } from '@denba/kit/notices/notice.view';
import { type ComponentType, createElement } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Route, RouteName } from '../route.ts';
import { t } from '../words/language.ts';

export type ScreenProps<Name extends RouteName> = { readonly route: Extract<Route, { readonly name: Name }> };

/** Where each screen is. A new screen is one line in `src/screens.ts`. */
export type Screens = { readonly [Name in RouteName]: () => Promise<ComponentType<ScreenProps<Name>>> };

type AnyScreen = ComponentType<ScreenProps<RouteName>>;

/** Those that were shown before: they need not be waited for, not even for a frame. */
const loaded = new WeakMap<Screens, Map<RouteName, AnyScreen>>();

export const LazyScreen = ({ screens, route }: { readonly screens: Screens; readonly route: Route }) => {
  const { name } = route;
  const here = loaded.get(screens)?.get(name);
  const [, setFetched] = useState<RouteName | null>(null);
  const [failed, setFailed] = useState<RouteName | null>(null);
  useEffect(() => {
    let wanted = true;
    fetchScreen(screens, name).then(
      () => {
        if (wanted) setFetched(name);
      },
      () => {
        if (wanted) setFailed(name);
      },
    );
    return () => {
      wanted = false;
    };
  }, [screens, name]);
  if (here !== undefined) return createElement(here, { route: route as never });
  if (failed === name) return <Notice kind="danger" title={t('shell.screen-not-loaded')} />;
  return null;
};

/** From the phone's cache; the next screen to be shown waits for nothing. Rejects when it cannot be had. */
export const fetchScreen = async (screens: Screens, name: RouteName): Promise<void> => {
  const known = loaded.get(screens) ?? new Map<RouteName, AnyScreen>();
  loaded.set(screens, known);
  if (known.has(name)) return;
  const load = screens[name] as unknown as () => Promise<AnyScreen>;
  known.set(name, await load());
};
