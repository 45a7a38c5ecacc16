/** Loads a screen when it is first opened, from the phone's cache: this takes a moment and no network. */

import { Notice } from '@denba/kit/notices/notice.view';
import { type ComponentType, createElement } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Route, RouteName } from '../route.ts';
import { t } from '../words/language.ts';

export type ScreenProps<Name extends RouteName> = { readonly route: Extract<Route, { readonly name: Name }> };

/** The loader of each screen. A new screen is one line in `src/screens.ts`. */
export type Screens = { readonly [Name in RouteName]: () => Promise<ComponentType<ScreenProps<Name>>> };

type AnyScreen = ComponentType<ScreenProps<RouteName>>;

/** Screens that are already loaded: they are rendered at once, without an empty frame. */
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

/** Loads a screen from the phone's cache, so that it can be shown at once. Rejects when it cannot be loaded. */
export const fetchScreen = async (screens: Screens, name: RouteName): Promise<void> => {
  const known = loaded.get(screens) ?? new Map<RouteName, AnyScreen>();
  loaded.set(screens, known);
  if (known.has(name)) return;
  const load = screens[name] as unknown as () => Promise<AnyScreen>;
  known.set(name, await load());
};
