/**
 * Saves the list of the day (a "glance", sealed) while the phone is idle, so that the next unlock can show it at once.
 */
import { computed, effect } from '@preact/signals';
import { glanceToJson, makeGlance } from '../../today/today-glance.ts';
import { ownPlaces } from '../places/own-places.ts';
import type { Workspace } from '../workspace.ts';
import { whenIdle } from './when-idle.ts';

/** The delay after opening and after the last save, so that the worker does not wait for it. */
const AFTER_MS = 3_000;

export const layAsideToday = (workspace: Workspace): (() => void) => {
  const { mode, session, rows, protocol, today, server } = workspace;
  if (mode === 'training') return () => {};
  let run = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (mine: number): void => {
    const steps = makeGlance(rows.peek(), protocol.rules, today(), ownPlaces(workspace));
    const step = (): void => {
      if (mine !== run) return;
      const { done, value } = steps.next();
      if (done === true) void session.layAsideGlance(glanceToJson(value));
      else whenIdle(step);
    };
    whenIdle(step);
  };
  const isLost = computed(() => server?.state.value.kind === 'linked' && server.state.value.link.revoked);
  const stop = effect(() => {
    void rows.value;
    run += 1;
    const mine = run;
    clearTimeout(timer);
    // A phone that was reported lost must show nothing about anybody, so the saved list is deleted.
    if (isLost.value) void session.layAsideGlance(null);
    else timer = setTimeout(() => begin(mine), AFTER_MS);
  });
  return () => {
    run += 1;
    clearTimeout(timer);
    stop();
  };
};
