/** Counts down the seconds to wait after wrong PINs. */
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useEffect, useState } from 'preact/hooks';
import { phoneClock } from '../shell/phone/clock.ts';
import { t } from '../shell/words/language.ts';

const SECOND_MS = 1000;

export const Waiting = ({ untilMs, onOver }: { readonly untilMs: number; readonly onOver: () => void }) => {
  const [left, setLeft] = useState(secondsUntil(untilMs));
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = secondsUntil(untilMs);
      setLeft(seconds);
      if (seconds <= 0) onOver();
    }, SECOND_MS);
    return () => clearInterval(timer);
  }, [untilMs, onOver]);
  return <ProgressBar value={null} label={t('start.wait-seconds', { count: Math.max(0, left) })} />;
};

const secondsUntil = (untilMs: number): number => Math.ceil((untilMs - phoneClock.wallMs()) / SECOND_MS);
