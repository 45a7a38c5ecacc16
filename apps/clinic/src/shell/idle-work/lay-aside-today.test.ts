import type { JsonValue } from '@denba/records/canonical-json';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../workspace.ts';
import { layAsideToday } from './lay-aside-today.ts';

const phone = (revoked: boolean) => {
  const laid: JsonValue[] = [];
  const state = signal({ kind: 'linked', link: { revoked } });
  const workspace = {
    mode: 'care',
    rows: signal(new Map()),
    server: { state },
    session: {
      layAsideGlance: async (value: JsonValue) => {
        laid.push(value);
      },
    },
  } as unknown as Workspace;
  return { laid, state, stop: layAsideToday(workspace) };
};

describe('the list that the next morning begins with', () => {
  it('is taken away at once when the phone is reported lost', () => {
    const { laid, state, stop } = phone(false);
    expect(laid).toEqual([]);
    state.value = { kind: 'linked', link: { revoked: true } };
    expect(laid).toEqual([null]);
    stop();
  });

  it('is not there either when a lost phone is opened again', () => {
    const { laid, stop } = phone(true);
    expect(laid).toEqual([null]);
    stop();
  });
});
