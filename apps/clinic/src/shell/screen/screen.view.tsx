/**
 * The frame of every screen of an unlocked phone: the title, the way back, the five destinations below, and banners
 * above for what must not be overlooked (training, storage, a new version).
 */
import { BottomNav } from '@denba/kit/frames/bottom-nav.view';
import { steady } from '@denba/kit/frames/steady';
import { TopBar } from '@denba/kit/frames/top-bar.view';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { go, goBack, type RouteName, route } from '../route.ts';
import { t } from '../words/language.ts';
import { useShell } from '../workspace.ts';
import { ShellBanners } from './shell-banners.view.tsx';

type Props = {
  readonly title: string;
  readonly subtitle?: string;
  /** The page repeats the whole title below; in the bar it may then be cut to two lines. */
  readonly titleAgain?: boolean;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
  /** A screen that is one task (a form) hides the five destinations. */
  readonly task?: boolean;
  /** Replaces the default way back, which is the previous screen. */
  readonly onBack?: () => void;
};

const SteadyBar = steady(TopBar);
const SteadyBanners = steady(ShellBanners);

const places = ['today', 'search', 'new-family', 'register', 'more'] as const satisfies readonly RouteName[];
const icons = { today: 'home', search: 'search', 'new-family': 'plus', register: 'list', more: 'settings' } as const;

export const Screen = ({ title, subtitle, titleAgain = false, actions, children, task = false, onBack }: Props) => {
  const heading = useRef<HTMLElement>(null);
  const training = useShell().mode === 'training';
  const here = route.value.name;
  const isPlace = places.some((place) => place === here);
  useEffect(() => {
    document.title = `${title} – Denba`;
  }, [title]);
  // Moves the focus to the heading, so that a screen reader starts at the top of a new screen.
  useEffect(() => {
    // A screen that starts with the focus in a field keeps it there.
    if (heading.current?.contains(document.activeElement) !== true) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={`screen${task ? ' screen-task' : ''}`}>
      <SteadyBar
        title={title}
        cut={titleAgain}
        {...(subtitle === undefined ? {} : { subtitle })}
        {...(isPlace && !task ? {} : { onBack: onBack ?? goBack })}
        backLabel={t('shell.back')}
        actions={actions}
        banner={training ? t('shell.training-banner') : undefined}
      />
      <SteadyBanners />
      <main ref={heading} tabIndex={-1} class="screen-body">
        {children}
      </main>
      {task ? null : (
        <BottomNav
          label={t('shell.places')}
          items={places.map((place) => ({
            id: place,
            label: t(`shell.place.${place}`),
            icon: icons[place],
            current: place === here,
            onPress: () => go({ name: place }),
          }))}
        />
      )}
    </div>
  );
};
