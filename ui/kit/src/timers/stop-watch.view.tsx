import './stop-watch.css';
import { useState } from 'preact/hooks';
import { Button } from '../buttons/button.view.tsx';
import { useTicks } from './every-tick.ts';

export type StopWatchProps = {
  readonly labels: {
    readonly title: string;
    readonly start: string;
    readonly stop: string;
    readonly restart: string;
    /** The time in words for screen readers: « 4 minutes 10 secondes ». */
    readonly elapsed: (seconds: number) => string;
  };
  /** Receives the elapsed time in whole seconds. */
  readonly onStop: (seconds: number) => void;
  /** A clock in milliseconds that goes on while the phone sleeps; `performance.now` may stop then. */
  readonly now: () => number;
  /** The start on the clock `now`, for a page that keeps it while it is locked during a feed. */
  readonly startedAt?: number | null | undefined;
  readonly onStart?: ((startedAt: number) => void) | undefined;
};

/** Measures how long a breastfeed takes. */
export const StopWatch = ({ labels, onStop, now, startedAt = null, onStart }: StopWatchProps) => {
  const [own, setOwn] = useState<{ readonly from: number | null; readonly stopped: number | null }>({
    from: startedAt,
    stopped: null,
  });
  const running = own.from !== null && own.stopped === null;
  useTicks(running, 500);
  const seconds = own.stopped ?? (own.from === null ? 0 : Math.max(0, Math.floor((now() - own.from) / 1000)));
  const start = (): void => {
    const from = now();
    setOwn({ from, stopped: null });
    onStart?.(from);
  };
  const stop = (): void => {
    setOwn({ from: null, stopped: seconds });
    onStop(seconds);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs.
    <div class="k-watch" role="group" aria-label={labels.title}>
      <p class="k-watch__time" role="timer" aria-label={labels.elapsed(seconds)} dir="ltr">
        {clockText(seconds)}
      </p>
      {running ? (
        <Button kind="primary" icon="stop" onPress={stop}>
          {labels.stop}
        </Button>
      ) : (
        <Button kind={own.stopped === null ? 'primary' : 'secondary'} icon="play" onPress={start}>
          {own.stopped === null ? labels.start : labels.restart}
        </Button>
      )}
    </div>
  );
};

const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
