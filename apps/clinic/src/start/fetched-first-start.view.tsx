/** Loads the screens of the first start separately, because they are shown only once on a phone. */
import { Notice } from '@denba/kit/notices/notice.view';
import { type ComponentProps, createElement } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';

type FirstStart = typeof import('./first-start.view.tsx').FirstStart;

export const FetchedFirstStart = (props: ComponentProps<FirstStart>) => {
  const [screen, setScreen] = useState<{ readonly is: FirstStart | 'failed' | null }>({ is: null });
  useEffect(() => {
    import('./first-start.view.tsx').then(
      ({ FirstStart }) => setScreen({ is: FirstStart }),
      () => setScreen({ is: 'failed' }),
    );
  }, []);
  if (screen.is === null) return null;
  if (screen.is === 'failed') return <Notice kind="danger" title={t('shell.screen-not-loaded')} />;
  return createElement(screen.is, props);
};
