import type { Session } from '@denba/device/device';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { localDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { personId } from '@denba/records/ids';
import type { ReadEntry } from '@denba/records/timeline/timeline';
import { fakeDevice } from '@denba/scenario/fake-device';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Held, holds } from '../../../test/held-visits.ts';
import { memoryPacks } from '../../../test/memory-packs.ts';
import { mami, runningMami as protocol } from '../../../test/running-mami.ts';
import { runProtocol } from '../../shell/protocol/protocol.ts';
import { anewDrafts } from './anew-drafts.ts';
import { type ConclusionsAnew, conclusionsAnew } from './conclusions-anew.ts';
import { correctedFindings } from './corrected-findings.ts';
import { answersNow } from './correction-draft.ts';
import { type Telling, tellAnew } from './told-anew.ts';
import { mayHaveChanged } from './unknown-changes.ts';

beforeAll(() => void vi.stubGlobal('localStorage', { getItem: () => null }));
afterAll(() => void vi.unstubAllGlobals());

const session = { centre: { id: 'cscom-1', name: 'CSCom' }, user: { name: 'Mariam' } } as Session<CareRow>;
const means = { protocol, packs: memoryPacks(protocol), session };
const today = localDate('2026-03-01');

const visits = (life: FamilyLife, ...held: readonly Held[]): FamilyLife =>
  held.reduce((now, visit) => holds(protocol, now, visit), life);

const readIn = (life: FamilyLife, as: string): ReadEntry => {
  const read = timelineOf(life).history.find(({ entry }) => entry.id === life.entry(as).id);
  if (read === undefined) throw new Error(`no entry ${as}`);
  return read;
};

const anew = (life: FamilyLife, by = means): Promise<ConclusionsAnew> => conclusionsAnew(by, timelineOf(life));

/** Computes the conclusions again and saves all of them in one act. */
const followed = async (life: FamilyLife, day = '2026-03-01'): Promise<FamilyLife> => {
  const { changed } = await anew(life);
  return anewDrafts(changed, today, () => 'worked out anew').reduce(
    (now, { family: filedIn, form, answers, findings }, at) =>
      filedIn === now.id
        ? now.saves(form, null, answers, { on: day, findings })
        : now.hears(
            family(filedIn, { device: fakeDevice(`anew-${at}`) }).saves(form, null, answers, { on: day, findings }),
          ),
    life,
  );
};

const telling = async (life: FamilyLife): Promise<Telling> => tellAnew(timelineOf(life), (await anew(life)).changed);

const days = ({ changed }: ConclusionsAnew): readonly string[] => changed.map(({ visit }) => visit.occurredOn);
const kept = (life: FamilyLife, as: string, name: string): unknown =>
  (readIn(life, as).findings['kept'] as JsonObject)[name];

/** What the protocol concludes today for a visit, from its answers and the rest of the record. */
const concludes = (life: FamilyLife, read: ReadEntry): JsonObject =>
  correctedFindings(
    means,
    timelineOf(life),
    read,
    {
      ...{ answers: answersNow(read), occurredOn: read.occurredOn, subject: read.subject },
      ...{ withdraw: false, reason: '' },
    },
    'fr',
  );

const on = today;
const newborn = family('keita').mother().bears({ on: '2026-01-05', birth_weight_g: 2600, as: 'birth' });
const seen = visits(
  newborn,
  { form: 'assessment', on: '2026-02-02', answers: { weight_g: 3700, length_cm: 52.5, muac_mm: 118 } },
  { form: 'follow-up', on: '2026-02-09', answers: { weight_g: 3900, length_cm: 53, muac_mm: 118 } },
  { form: 'follow-up', on: '2026-02-16', answers: { weight_g: 4100, length_cm: 53.5, muac_mm: 118 } },
);
const all = ['2026-02-02', '2026-02-09', '2026-02-16'];
const bornEarlier = { on, occurred_on: '2025-12-05', set: null };
const older = seen.corrects('birth', {}, 'card found', { ...bornEarlier, as: 'older' });

/** Corrects a visit as the screen does: the correction contains the new conclusions of the corrected visit itself. */
const corrects = (life: FamilyLife, as: string, set: JsonObject, said: JsonObject = {}): FamilyLife => {
  const bare = life.corrects(as, set, 'typed wrongly', { on, ...said });
  return life.corrects(as, set, 'typed wrongly', { on, ...said, findings: concludes(bare, readIn(bare, as)) });
};

describe('after a birth date that was corrected', () => {
  it('a visit of which an app of before kept no class is not called graver for being low', async () => {
    const [one] = (await anew(older)).changed;
    if (one === undefined) throw new Error('nothing changed');
    const graver = (pairClass: string) => {
      const told = {
        ...one,
        visit: { ...one.visit, findings: {} },
        findings: { ...one.findings, pairClass, urgent: false },
      };
      return tellAnew(timelineOf(older), [told]).told.map((it) => it.graver);
    };
    expect([graver('low'), graver('moderate')]).toEqual([[false], [true]]);
  });

  it('every visit is concluded anew, and what is graver than what was acted on is told first, the last visit before all', async () => {
    const found = await anew(older);
    expect(days(found)).toEqual(all);
    expect(found.stuck).toEqual([]);
    const { told, figuresOnly } = await telling(older);
    expect(figuresOnly).toEqual([]);
    expect(told.map(({ before, now, graver, isLast }) => [before?.pairClass, now.pairClass, graver, isLast])).toEqual([
      ['low', 'moderate', true, true],
      ['low', 'moderate', true, false],
      ['low', 'moderate', true, false],
    ]);
    expect(told[0]?.before?.next).toBeNull();
    expect(told[0]?.now.next?.on).toBe('2026-02-23');
    expect(told[0]?.reasons.added.join(' ')).toContain('P/A −2,18 z');
  });

  it('is saved as one correction for each visit, which touches no answer, names the protocol and the correction before it', async () => {
    const drafts = anewDrafts((await anew(older)).changed, today, ({ visit }) => `of ${visit.occurredOn}`);
    expect(drafts.map(({ answers }) => answers)).toEqual(
      all.map((day) => ({
        ...{ corrects: older.entry(day).id, follows: older.entry('older').id },
        reason: `of ${day}`,
      })),
    );
    expect(drafts.map(({ form, subject, protocolVersion }) => [form, subject, protocolVersion])).toEqual(
      all.map(() => ['correction@2', null, 'mami@0.1.0']),
    );
    const life = await followed(older);
    expect(readIn(life, '2026-02-16').findings['pairClass']).toBe('moderate');
    expect(readIn(life, '2026-02-16').entry.findings['pairClass'], 'what she was shown stays').toBe('low');
    expect(answersNow(readIn(life, '2026-02-16'))).toEqual(answersNow(readIn(older, '2026-02-16')));
    expect((await anew(life)).changed).toEqual([]);
  });

  it('finds the danger of a child who is younger than was written, and says it', async () => {
    const feverish = visits(family('keita').mother().bears({ on: '2025-11-25', as: 'birth' }), {
      ...{ form: 'assessment', on: '2026-02-02', answers: { weight_g: 4700, temp_c: 38 } },
    });
    const younger = feverish.corrects('birth', {}, 'card found', { ...bornEarlier, occurred_on: '2025-12-25' });
    const [first] = (await telling(younger)).told;
    expect([first?.before?.urgent, first?.now.urgent, first?.now.pairClass]).toEqual([false, true, 'high']);
    expect(first).toMatchObject({ graver: true, isLast: true });
    const gone = await telling(younger.childDies({ on: '2026-02-10' }));
    expect(gone.told[0], 'nothing is to be done for a child who died').toMatchObject({ graver: true, isLast: false });
  });

  it('an outcome that the window of the review withheld is given', async () => {
    const measured = { weight_g: 7000, length_cm: 65, muac_mm: 140 };
    const reviewed = visits(
      newborn,
      { form: 'assessment', on: '2026-02-02', answers: { weight_g: 3700, enrolment_decision: 'enrolled' } },
      { form: 'review', on: '2026-06-10', answers: { ...measured, visit_type: 'review', alive: true, reviewed: true } },
    );
    const outcome = (findings?: JsonObject) => (findings?.['outcome'] as JsonObject | undefined)?.['code'] ?? null;
    expect(outcome(readIn(reviewed, '2026-06-10').findings)).toBeNull();
    const { changed } = await anew(reviewed.corrects('birth', {}, 'card found', bornEarlier));
    expect(outcome(changed.at(-1)?.findings)).toBe('R1');
  });

  it('lets alone who was not concerned: the twin, and a visit that was held since on this phone', async () => {
    const twins = visits(
      family('twins').mother().bearsTwins({ on: '2026-01-05', as: 'first' }, { on: '2026-01-05', sex: 'M' }),
      { form: 'assessment', on: '2026-02-02', child: 'twins-child-1', answers: { weight_g: 3700 } },
      { form: 'assessment', on: '2026-02-02', child: 'twins-child-2', answers: { weight_g: 3700 } },
    );
    const found = await anew(twins.corrects('first', {}, 'card found', bornEarlier));
    expect(found.changed.map(({ visit }) => visit.subject)).toEqual(['twins-child-1']);

    const since = visits(older, { form: 'follow-up', on: '2026-03-02', answers: { weight_g: 4500 } });
    expect(days(await anew(since))).toEqual(all);
  });

  it('is taken back by another correction, and the conclusions with it', async () => {
    const life = await followed(older);
    for (const undone of [
      life.withdraws('older', 'it was right', { on }),
      life.corrects('birth', {}, 'it was right', { on, occurred_on: '2026-01-05', set: null }),
    ]) {
      expect(days(await anew(undone))).toEqual(all);
      const back = await followed(undone);
      for (const day of all) expect(readIn(back, day).findings, day).toEqual(seen.entry(day).findings);
    }
  });
});

describe('after a measure that was corrected', () => {
  it('a birth weight changes what rests on it', async () => {
    const found = await anew(corrects(seen, 'birth', { birth_weight_g: 1900 }));
    expect(days(found)).toEqual(all);
    expect(found.changed[0]?.findings['pairClass']).toBe('moderate');
  });

  it('the weight of the second visit changes the gain of the third, and nothing before it', async () => {
    const life = corrects(seen, '2026-02-09', { weight_g: 3720 });
    expect(days(await anew(life))).toEqual(['2026-02-16']);
    const after = await followed(life);
    expect(kept(seen, '2026-02-16', 'gain_g_day')).toBeCloseTo(200 / 7, 1);
    expect(kept(after, '2026-02-16', 'gain_g_day')).toBeCloseTo(380 / 7, 1);
  });

  it('nothing is told where nothing else is concluded', async () => {
    expect(days(await anew(seen.corrects('birth', { infant_name: 'Awa' }, 'misheard', { on })))).toEqual([]);
    expect(days(await anew(seen))).toEqual([]);
  });

  it('a screen says its result in its answers too', async () => {
    const screened = visits(newborn, { form: 'rapid-screen', on: '2026-02-02', answers: { weight_g: 3700 } });
    const other = screened.corrects('birth', {}, 'card found', { ...bornEarlier, occurred_on: '2025-10-05' });
    const before = readIn(screened, '2026-02-02').form;
    const after = readIn(await followed(other), '2026-02-02').form;
    const result = (form: ReadEntry['form']) => (form.kind === 'mami-screen' ? form.answers.screen_result : null);
    expect(result(after)).not.toBe(result(before));
  });
});

describe('after a visit of an earlier day that was written down later', () => {
  const first = visits(
    newborn,
    { form: 'assessment', on: '2026-02-02', answers: { weight_g: 3700 } },
    { form: 'follow-up', on: '2026-02-16', answers: { weight_g: 4100 } },
  );
  const late = visits(first, { form: 'follow-up', on: '2026-02-09', answers: { weight_g: 4080 } });

  it('the visit that followed is concluded anew, and names what came late', async () => {
    const { changed } = await anew(late);
    expect(changed.map(({ visit }) => visit.occurredOn)).toEqual(['2026-02-16']);
    expect(changed[0]?.cause.entry.id).toBe(late.entry('2026-02-09').id);
    const after = await followed(late);
    expect(kept(first, '2026-02-16', 'gain_g_day')).toBeCloseTo(400 / 14, 1);
    expect(kept(after, '2026-02-16', 'gain_g_day')).toBeCloseTo(20 / 7, 1);
    expect((await anew(after)).changed).toEqual([]);
  });

  it('nothing is asked of visits that were written down in their order, by one phone or by two', async () => {
    expect(mayHaveChanged(timelineOf(first))).toBe(false);
    const there = visits(first.on('tablet-2'), { form: 'follow-up', on: '2026-02-23', answers: { weight_g: 4300 } });
    expect(mayHaveChanged(timelineOf(there))).toBe(false);
  });

  it('a visit that is withdrawn again leaves what was concluded without it', async () => {
    const after = (await followed(late)).withdraws('2026-02-09', 'another child', { on });
    expect(days(await anew(after))).toEqual(['2026-02-16']);
    expect(readIn(await followed(after), '2026-02-16').findings).toEqual(first.entry('2026-02-16').findings);
  });
});

describe('after two records were joined', () => {
  const here = visits(newborn, { form: 'assessment', on: '2026-02-02', answers: { weight_g: 3700 } });
  const double = family('kone', { device: fakeDevice('tablet-2') })
    .mother()
    .bears({ on: '2026-01-05', birth_weight_g: 2600 });
  const there = visits(double, { form: 'follow-up', on: '2026-02-09', answers: { weight_g: 3720 } });
  const joined = here
    .hears(there)
    .mergesFamily('kone', { on, as: 'joined' })
    .mergesPersons('keita-mother', 'kone-mother', { on, as: 'mothers' })
    .mergesPersons('keita-child-1', 'kone-child-1', { on, as: 'children' });
  const ofDouble = there.entry('2026-02-09').id;
  const concludedOf = (life: FamilyLife) => timelineOf(life).history.find(({ entry }) => entry.id === ofDouble);

  it('a visit of one knows the weight that the other held, and names the joining', async () => {
    const { changed } = await anew(joined);
    expect(changed.map(({ visit }) => visit.entry.id)).toEqual([ofDouble]);
    expect(changed[0]?.cause.form.kind).toBe('merge-duplicates');
    const before = concludedOf(joined)?.findings['kept'] as JsonObject;
    const after = concludedOf(await followed(joined))?.findings['kept'] as JsonObject;
    expect([before['growth_class'], after['growth_class']]).toEqual(['adequate', 'poor']);
    expect(after['gain_g_day']).toBeCloseTo(20 / 7, 1);
    expect((await anew(await followed(joined))).changed).toEqual([]);
  });

  it('nothing is told where no visit concludes otherwise', async () => {
    const empty = here
      .hears(double)
      .mergesFamily('kone', { on })
      .mergesPersons('keita-mother', 'kone-mother', { on })
      .mergesPersons('keita-child-1', 'kone-child-1', { on });
    expect((await anew(empty)).changed).toEqual([]);
  });

  it('the child that was joined by mistake and parted again has the conclusions of before', async () => {
    const parted = (await followed(joined)).undoesMerge('children', { on: '2026-03-02' });
    const { changed } = await anew(parted);
    expect(changed.map(({ visit }) => visit.entry.id)).toEqual([ofDouble]);
    expect(changed[0]?.findings).toEqual(there.entry('2026-02-09').findings);
    expect(changed[0]?.cause.form.kind).toBe('undo-merge');
  });
});

describe('which protocol concludes', () => {
  const version = '0.0.9';
  const another = { ...protocol, content: { ...mami, version } };

  it('the one that the visit names, when this phone has it', async () => {
    const named = { ...means, protocol: another, packs: { ...means.packs, named: async () => protocol } };
    const found = await anew(older, named);
    expect(found.changed.map(({ inItsPlace }) => inItsPlace)).toEqual([false, false, false]);
    expect(found.changed.every(({ protocol: by }) => by === protocol)).toBe(true);
  });

  it('else the one in force, which says so', async () => {
    const found = await anew(older, { ...means, protocol: another });
    expect(found.changed.map(({ inItsPlace }) => inItsPlace)).toEqual([true, true, true]);
    expect(anewDrafts(found.changed, today, () => '-')[0]?.protocolVersion).toBe('mami@0.0.9');
  });

  it('none, where it has no such form: the visit stays, and is named', async () => {
    const without = runProtocol({ ...mami, version, forms: mami.forms.filter(({ id }) => id !== 'follow-up') });
    const found = await anew(older, { ...means, protocol: without });
    expect(found.stuck.map(({ occurredOn }) => occurredOn)).toEqual(['2026-02-09', '2026-02-16']);
    const other = runProtocol({ ...mami, id: 'imci' });
    expect((await anew(older, { ...means, protocol: other })).stuck).toHaveLength(3);
  });
});

it('two phones: who corrected a visit without knowing has the last word, and it is concluded anew after they met', async () => {
  const here = await followed(older);
  const there = corrects(seen.on('tablet-2'), '2026-02-16', { weight_g: 4150 }, { on: '2026-03-02' });
  const met = here.hears(there);
  expect(readIn(met, '2026-02-16').findings['pairClass']).toBe('low');
  expect(days(await anew(met))).toEqual(['2026-02-16']);
  const after = await followed(met, '2026-03-03');
  expect(readIn(after, '2026-02-16').findings).toEqual(concludes(after, readIn(after, '2026-02-16')));
  expect(answersNow(readIn(after, '2026-02-16'))['weight_g']).toBe(4150);
});

it('a visit that was moved behind another one is concluded once more, from what that one says now', async () => {
  const weighed = (on: string, weight_g: number): Held => ({ form: 'follow-up', on, answers: { weight_g } });
  const past = visits(
    newborn,
    { form: 'assessment', on: '2026-02-02', answers: { weight_g: 2958 } },
    ...[weighed('2026-02-09', 2400), weighed('2026-02-16', 2600)],
  );
  const moved = corrects(past, '2026-02-09', {}, { occurred_on: '2026-02-20' });
  const found = await anew(moved);
  expect(days(found)).toEqual(['2026-02-16', '2026-02-20']);
  expect(new Set(found.changed.map(({ cause }) => cause.entry.id)).size).toBe(1);
  const read = readIn(await followed(moved), '2026-02-09');
  expect(JSON.stringify(read.findings)).toContain('poor_gain_twice');
});

it('after the act every visit says what the protocol concludes from its facts, whatever was corrected', async () => {
  const weight = fc.integer({ min: 2400, max: 5200 });
  const correction = fc.oneof(
    fc.record({ as: fc.constant('birth'), occurred_on: fc.constantFrom('2025-11-01', '2025-12-20', '2026-01-20') }),
    fc.record({ as: fc.constant('birth'), birth_weight_g: fc.constantFrom(1400, 1900, 3300) }),
    fc.record({ as: fc.constant('birth'), gestational_age_days: fc.constantFrom(225, 240) }),
    fc.record({ as: fc.constantFrom(...all), weight_g: weight }),
    fc.record({ as: fc.constantFrom(...all), d_feed: fc.constantFrom('not_able', 'poorly') }),
    fc.record({ as: fc.constantFrom(...all), occurred_on: fc.constantFrom('2026-01-30', '2026-02-12', '2026-02-20') }),
    fc.record({ as: fc.constantFrom(...all), withdraw: fc.constant(true) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(weight, weight, weight),
      fc.array(correction, { minLength: 1, maxLength: 3 }),
      async (weights, list) => {
        const forms = ['assessment', 'follow-up', 'follow-up'] as const;
        const past = all.reduce(
          (life, day, at) =>
            holds(protocol, life, { form: forms[at] ?? 'review', on: day, answers: { weight_g: weights[at] ?? 0 } }),
          newborn,
        );
        const life = list.reduce((now, { as, ...change }) => {
          const { occurred_on, withdraw, ...set } = change as JsonObject;
          if (withdraw === true) return now.withdraws(as, 'another child', { on });
          return as === 'birth'
            ? now.corrects(as, set, 'typed wrongly', { on, ...(occurred_on === undefined ? {} : { occurred_on }) })
            : corrects(now, as, set, occurred_on === undefined ? {} : { occurred_on });
        }, past);
        const after = await followed(life);
        for (const day of all) {
          const read = readIn(after, day);
          if (!read.withdrawn) expect(read.findings, day).toEqual(concludes(after, read));
        }
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);

it('a person of another record that was joined is concluded with it', async () => {
  const twice = visits(
    seen.bears({ on: '2026-01-05', child: 'again', birth_weight_g: null, sex: null, gestational_age_days: null }),
    { form: 'follow-up', on: '2026-02-23', child: 'again', answers: { weight_g: 4200 } },
  ).mergesPersons('keita-child-1', 'again');
  const found = await anew(twice.corrects('birth', {}, 'card found', bornEarlier));
  expect(found.changed.map(({ visit }) => visit.subject)).toContain(personId('again'));
});
