/** A view that is fetched separately, because it is seldom shown: once on a phone, or when a PIN was forgotten. */
import { Notice } from '@denba/kit/notices/notice.view';
import { type ComponentType, createElement } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../words/language.ts';

/** Must be called once for each view, outside of any component. */
export const fetched = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const Fetched = (props: Props) => {
    const [view, setView] = useState<{ readonly is: ComponentType<Props> | 'failed' | null }>({ is: null });
    useEffect(() => {
      load().then(
        (is) => setView({ is }),
        () => setView({ is: 'failed' }),
      );
    }, []);
    if (view.is === null) return null;
    if (view.is === 'failed') return <Notice kind="danger" title={t('shell.screen-not-loaded')} />;
    return createElement(view.is, props);
  };
  return Fetched;
};
