/**
 * The only screen of a phone that was reported lost: it shows nothing about any person, whoever opens it. Unsent
 * entries can be taken from it as a file encrypted for the server, where a supervisor decides about them.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../words/language.ts';
import type { Workspace } from '../workspace.ts';
import type { UnsentFile } from './unsent-file.view.tsx';

type Props = { readonly workspace: Workspace; readonly onLock: () => void };

export const ReportedLost = ({ workspace, onLock }: Props) => {
  const Unsent = useUnsentFile();
  return (
    <main class="start">
      <Picture name="locked" size={96} />
      <h1>{t('shell.reported-lost')}</h1>
      <p>{t('shell.reported-lost-text')}</p>
      {Unsent === 'failed' ? (
        <Notice kind="danger" title={t('shell.screen-not-loaded')} />
      ) : Unsent === null ? null : (
        <Unsent workspace={workspace} />
      )}
      <Button kind="secondary" full icon="lock" onPress={onLock}>
        {t('shell.reported-lost-lock')}
      </Button>
    </main>
  );
};

/** Loaded only on this page, because hardly any phone is ever lost. */
const useUnsentFile = (): typeof UnsentFile | 'failed' | null => {
  const [view, setView] = useState<typeof UnsentFile | 'failed' | null>(null);
  useEffect(() => {
    import('./unsent-file.view.tsx').then(
      ({ UnsentFile: loaded }) => setView(() => loaded),
      () => setView('failed'),
    );
  }, []);
  return view;
};
