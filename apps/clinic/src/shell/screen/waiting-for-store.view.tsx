/** Shown while the store is read: nothing at first, so that a quick answer does not flicker, then a progress bar. */
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../words/language.ts';

const SAY_AFTER_MS = 300;

export const WaitingForStore = () => {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return <div aria-busy="true">{slow ? <ProgressBar value={null} label={t('shell.loading')} /> : null}</div>;
};
