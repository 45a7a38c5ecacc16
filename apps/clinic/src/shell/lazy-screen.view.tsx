/** A screen is fetched when it is first opened; from the phone's cache, that takes a moment and no network. */

import { Notice } from '@denba/kit/notice.view';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from './language.ts';
import type { Route, RouteName } from './route.ts';

export type ScreenProps<Name extends RouteName> = { readonly route: Extract<Route, { readonly name: Name }> };

/** Where each screen is. A new screen is one line in `src/screens.ts`. */
export type Screens = { readonly [Name in RouteName]: () => Promise<ComponentType<ScreenProps<Name>>> };

export const LazyScreen = ({ screens, route }: { readonly screens: Screens; readonly route: Route }) => {
  const [shown, setShown] = useState<{ name: RouteName; Screen: ComponentType<ScreenProps<RouteName>> } | null>(null);
  const [failed, setFailed] = useState(false);
  const { name } = route;
  useEffect(() => {
    let wanted = true;
    const load = screens[name] as unknown as () => Promise<ComponentType<ScreenProps<RouteName>>>;
    load().then(
      (Screen) => {
        if (wanted) setShown({ name, Screen });
      },
      () => {
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [screens, name]);
  if (failed) return <Notice kind="danger" title={t('shell.screen-not-loaded')} />;
  if (shown === null || shown.name !== name) return null;
  return <shown.Screen route={route as never} />;
};
