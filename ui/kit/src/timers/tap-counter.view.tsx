import './tap-counter.css';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../buttons/button.view.tsx';
import { useTicks } from './every-tick.ts';
import { countOf, elapsedShare, press, ready, settle, type TapCount, undo } from './tap-count.ts';

export type TapCounterProps = {
  readonly seconds?: number | undefined;
  /** Called once with the count, when the time is over. */
  readonly onDone: (count: number) => void;
  /** A monotonic clock, in milliseconds. */
  readonly now: () => number;
  readonly labels: {
    /** Shown on the area before the start: « Touchez pour commencer ». */
    readonly start: string;
    /** Shown while counting: « Touchez à chaque respiration ». */
    readonly tap: string;
    /** Shown when the time is over: « Terminé ». */
    readonly done: string;
    readonly undo: string;
    readonly restart: string;
    /** The remaining time: « 42 s ». */
    readonly remaining: (seconds: number) => string;
    /** The result, announced at the end: « 48 en 60 secondes ». */
    readonly result: (count: number) => string;
  };
};

const RING = 2 * Math.PI * 47;

/** Counts breaths by tapping anywhere on a large disc, for a whole minute. */
export const TapCounter = ({ seconds = 60, onDone, now, labels }: TapCounterProps) => {
  const [state, setState] = useState<TapCount>(ready);
  useTicks(state.kind === 'counting');
  const at = now();
  const current = settle(state, at, seconds);

  useEffect(() => {
    if (current.kind !== 'done' || state.kind === 'done') return;
    setState(current);
    navigator.vibrate?.([200, 100, 200]);
    onDone(current.count);
  });

  const tap = (): void => {
    setState((before) => press(before, now(), seconds));
    if (current.kind !== 'done') navigator.vibrate?.(15);
  };
  const share = elapsedShare(current, at, seconds);
  return (
    <div class="k-tap">
      <button
        type="button"
        class={`k-tap__area k-tap__area--${current.kind}`}
        disabled={current.kind === 'done'}
        // A finger counts on pointer down; a keyboard or a screen reader sends a click without a pointer.
        onPointerDown={(event) => {
          if (event.isPrimary && event.button === 0) tap();
        }}
        onClick={(event) => {
          if (event.detail === 0) tap();
        }}
        onContextMenu={(event) => event.preventDefault()}
      >
        <svg class="k-tap__ring" viewBox="0 0 100 100" aria-hidden="true">
          <circle class="k-tap__track" cx="50" cy="50" r="47" />
          <circle
            class="k-tap__elapsed"
            cx="50"
            cy="50"
            r="47"
            stroke-dasharray={`${share * RING} ${RING}`}
            transform="rotate(-90 50 50)"
          />
        </svg>
        <span class="k-tap__count">{countOf(current)}</span>
        <span class="k-tap__hint">
          {current.kind === 'ready' ? labels.start : current.kind === 'counting' ? labels.tap : labels.done}
        </span>
        {current.kind === 'counting' ? (
          <span class="k-tap__left">{labels.remaining(Math.ceil(seconds * (1 - share)))}</span>
        ) : null}
      </button>
      <p class="k-tap__result" aria-live="assertive">
        {current.kind === 'done' ? labels.result(current.count) : ''}
      </p>
      <div class="k-tap__actions">
        {current.kind === 'counting' ? (
          <Button
            kind="secondary"
            icon="undo"
            disabled={current.taps.length === 0}
            onPress={() => setState((before) => undo(before))}
          >
            {labels.undo}
          </Button>
        ) : null}
        {current.kind === 'ready' ? null : (
          <Button kind="quiet" icon="sync" onPress={() => setState(ready)}>
            {labels.restart}
          </Button>
        )}
      </div>
    </div>
  );
};
