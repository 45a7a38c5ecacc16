import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Workspace } from '../workspace.ts';
import { rememberEarlierName } from './earlier-names.ts';
import { ownPlaces } from './own-places.ts';

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const of = (centre: string) =>
  [...ownPlaces({ session: { centre: { id: centre, name: 'Kola' } }, server: null } as unknown as Workspace)].sort();

it('a phone that took the place of a lost one also counts what that one recorded, for this centre alone', () => {
  rememberEarlierName('kola-2', 'kola-1');
  rememberEarlierName('kola-2', 'kola-1');
  rememberEarlierName('kola-2', 'kola-2');
  expect(of('kola-2')).toEqual(['kola-1', 'kola-2']);
  expect(of('training')).toEqual(['training']);
});

it('what is no list of names is passed over', () => {
  for (const text of ['{', '{"a":1}', 'null', '[1,null]']) {
    kept.set('denba.earlier-names.kola-2', text);
    expect(of('kola-2'), text).toEqual(['kola-2']);
  }
});
