/** Takes assessments from entries as the database stores them, and replays a draft over them. */

import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { applyDraft } from '@denba/protocols/what-if/draft/draft';
import type { Draft } from '@denba/protocols/what-if/draft/draft-change';
import { localDate } from '@denba/quantities/local-date';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { simulatedLife } from '@denba/scenario/cohort-entries';
import { simulateCohort } from '@denba/scenario/simulate-cohort';
import { toBody } from '@denba/sync-server/body';
import { describe, expect, it } from 'vitest';
import { compiledMami, mamiSource } from '../../../../testing/protocols/test/compiled-mami.ts';
import { createReplayWork } from './replay-work.ts';

const [source, protocol] = [mamiSource, compiledMami];
const base = { overlays: [], drafts: [] };
const draft = (value: number): Draft => ({
  ...{ id: 'd-1', title: { fr: 'Essai', en: 'Trial' }, note: { fr: '', en: '' } },
  changes: [{ kind: 'parameter', name: 'waz_cut', value }],
});
const entries = [...simulateCohort('replay', { families: 25 })].flatMap(
  (family) => simulatedLife('replay', family).entries,
);
const bodies = entries.map((entry) => toBody(canonicalJson(entry as unknown as JsonValue)));
const facilities = [...new Set(entries.map(({ facility }) => facility))];

const workOf = () =>
  createReplayWork((_, changed) =>
    changed === null ? protocol : compileProtocol(applyDraft(source, changed).source).compiled,
  );
const today = localDate('2026-12-31');
const told = () => {};
const goOn = async () => false;

const loaded = async (names: readonly string[]) => {
  const work = workOf();
  await work.begin('one', base);
  await work.take('sanankoroba', names, bodies);
  return { work, count: await work.end() };
};

describe('a replay over recorded entries', () => {
  it('counts every assessment of the place under its own name, and keeps it for the next draft', async () => {
    const { work, count } = await loaded(facilities);
    expect(count).toBeGreaterThan(50);
    expect([await work.has('one'), await work.has('other')]).toEqual([true, false]);
    const result = await work.replay(base, draft(-1), today, told, goOn);
    expect(result?.assessments).toBe(count);
    expect(new Set(result?.months.map(({ place }) => place))).toEqual(new Set(['sanankoroba']));
    expect(result?.infants.length).toBe(result?.draft.changed);
    expect(result?.infants.length).toBeGreaterThan(0);
    for (const { from, to } of result?.infants ?? []) expect(from).not.toBe(to);
    const same = await work.replay(base, draft(-2), today, told, goOn);
    expect([same?.infants, same?.draft.classes]).toEqual([[], same?.base.classes]);
  });

  it('leaves to another place what that one recorded', async () => {
    expect((await loaded(['elsewhere'])).count).toBe(0);
  });

  it('says why one infant changes, of those that lie in memory', async () => {
    const { work } = await loaded(facilities);
    const result = await work.replay(base, draft(-1), today, told, goOn);
    const [infant] = result?.infants ?? [];
    const why = await work.why('one', base, draft(-1), infant?.index ?? -1);
    expect(why?.conclusions.map(({ name }) => name)).toContain('pair_class');
    expect(await work.why('other', base, draft(-1), infant?.index ?? -1)).toBeNull();
    expect(await work.why('one', base, draft(-1), 1e9)).toBeNull();
  });

  it('stops when somebody wants it stopped', async () => {
    const { work } = await loaded(facilities);
    expect(await work.replay(base, draft(-1), today, told, async () => true)).toBeNull();
  });

  it('counts the contacts that the calendar asks for, at the place of the child, when the draft changes one', async () => {
    const { work } = await loaded(facilities);
    expect((await work.replay(base, draft(-1), today, told, goOn))?.calendar).toBeNull();
    const everySixtyDays: Draft = {
      ...draft(-1),
      changes: [{ kind: 'schedule', contact: 'MAMI.S.16', column: 'repeat_days', text: '60' }],
    };
    const result = await work.replay(base, everySixtyDays, today, told, goOn);
    expect(result?.calendar?.counted.map(({ id }) => id)).toEqual(['MAMI.S.16']);
    const cells = result?.calendar?.counted[0]?.cells ?? [];
    const total = (version: 'base' | 'draft') => cells.reduce((sum, cell) => sum + cell[version], 0);
    expect(new Set(cells.map(({ place }) => place))).toEqual(new Set(['sanankoroba']));
    expect(total('base')).toBeGreaterThan(10);
    // The contacts at 42, 102 and 162 days fall before six months.
    expect(total('draft')).toBe(3 * total('base'));
    const elsewhere = await loaded(['elsewhere']);
    expect((await elsewhere.work.replay(base, everySixtyDays, today, told, goOn))?.calendar?.counted[0]?.cells).toEqual(
      [],
    );
  });
});
