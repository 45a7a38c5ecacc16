import { localDate } from '@denba/quantities/local-date';
import type { FamilyId, PersonId } from '@denba/records/ids';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { Timeline } from '@denba/records/timeline/timeline';
import { fakeDevice } from '@denba/scenario/fake-device';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { describe, expect, it } from 'vitest';
import { mergeDrafts, mergesMadeWith, type SamePerson, withoutParts } from './merge-drafts.ts';
import { anotherChild, emptyMerge, type MergeForm, mergeOf, mergeProblem, mergeWarnings } from './merge-form.ts';
import { isUndone, undoDrafts } from './undo-drafts.ts';

const today = localDate('2026-03-01');

/** Twins registered twice: on the tablet of the centre and on that of the community health worker. */
const first = family('keita')
  .mother()
  .bearsTwins({ on: '2026-01-05', infant_name: 'Hawa' }, { on: '2026-01-05', infant_name: 'Fanta', sex: 'M' })
  .assessed({ on: '2026-01-15', child: 'keita-child-1', enrolment_decision: 'enrolled' });
const second = family('keyta', { device: fakeDevice('tablet-2') })
  .mother({ mother_name: 'Hawa Keyta', village: 'Kalabancoro' })
  .bearsTwins({ on: '2026-01-05', infant_name: 'Awa' }, { on: '2026-01-05', infant_name: 'Fanta', sex: 'M' })
  .assessed({ on: '2026-01-20', child: 'keyta-child-1', enrolment_decision: 'enrolled' })
  .visit({ on: '2026-02-10', child: 'keyta-child-1', weight_g: 3300 });

const all = (life: FamilyLife) => [...second.entries, ...life.entries.filter((entry) => entry.family !== 'keyta')];
const fold = (life: FamilyLife): ReadonlyMap<FamilyId, Timeline> => foldFamilies(all(life));
const timeline = (life: FamilyLife, id = 'keita'): Timeline => {
  const found = fold(life).get(id as FamilyId);
  if (found === undefined) throw new Error(`no family ${id}`);
  return found;
};

const start = first.hears(second);

const persons = (...pairs: readonly (readonly [string, string])[]): readonly SamePerson[] =>
  pairs.map(([keep, duplicate]) => ({ keep: keep as PersonId, duplicate: duplicate as PersonId }));

const merged = (same: readonly SamePerson[], reason = 'same card'): FamilyLife =>
  mergeDrafts({ keep: 'keita' as FamilyId, duplicate: 'keyta' as FamilyId, persons: same, reason }, today).reduce(
    (life, { form, answers, occurredOn }, index) =>
      life.saves(form, null, answers, { on: occurredOn, as: `merge ${index}` }),
    first,
  );

const everybody = persons(
  ['keita-mother', 'keyta-mother'],
  ['keita-child-1', 'keyta-child-1'],
  ['keita-child-2', 'keyta-child-2'],
);

describe('a merge', () => {
  it('makes one row of two, with each person once and every visit', () => {
    expect([...fold(start).keys()]).toEqual(['keita', 'keyta']);
    const life = merged(everybody);
    expect([...fold(life).keys()]).toEqual(['keita']);
    const one = timeline(life);
    expect(one.families).toEqual(['keita', 'keyta']);
    expect(one.children.map(({ id }) => id)).toEqual(['keita-child-1', 'keita-child-2']);
    expect(one.encounters.map(({ child, on }) => [child, on])).toEqual([
      ['keita-child-1', '2026-01-15'],
      ['keita-child-1', '2026-01-20'],
      ['keita-child-1', '2026-02-10'],
    ]);
    expect(one.persons.filter(({ roles }) => roles.includes('mother')).map(({ name }) => name)).toEqual(['Awa Keita']);
  });

  it('keeps two children who are not the same apart', () => {
    const one = timeline(merged(persons(['keita-mother', 'keyta-mother'], ['keita-child-1', 'keyta-child-1'])));
    expect(one.children.map(({ id }) => id)).toEqual(['keita-child-1', 'keita-child-2', 'keyta-child-2']);
  });

  it('is undone whole from any of its entries, and both records are as they were', () => {
    const life = merged(everybody);
    const before = { keita: timeline(start), keyta: timeline(start, 'keyta') };
    for (const index of [0, 1, 2, 3]) {
      const { history } = timeline(life);
      const read = history.find(({ entry }) => entry.id === life.entry(`merge ${index}`).id);
      if (read === undefined) throw new Error('the merge is in the history');
      expect(mergesMadeWith(history, read).map(({ entry }) => entry.id)).toEqual(
        [0, 1, 2, 3].map((one) => life.entry(`merge ${one}`).id),
      );
      const drafts = undoDrafts({ history }, read, 'two families', today);
      const undone = drafts.reduce(
        (now, { form, answers, occurredOn }) => now.saves(form, null, answers, { on: occurredOn }),
        life,
      );
      const story = ({ persons: people, children, encounters, episodes, contact }: Timeline) => ({
        people,
        children,
        encounters,
        episodes,
        contact,
      });
      expect([...fold(undone).keys()]).toEqual(['keita', 'keyta']);
      expect(story(timeline(undone))).toEqual(story(before.keita));
      expect(story(timeline(undone, 'keyta'))).toEqual(story(before.keyta));
      expect(timeline(undone).problems).toEqual(before.keita.problems);
      expect(timeline(undone).history.filter((one) => isUndone(timeline(undone).history, one)).length).toBe(4);
    }
  });

  it('is one line of the history, and so is its undo', () => {
    const life = merged(everybody);
    const { history } = timeline(life);
    const kinds = (story: Timeline) =>
      withoutParts(story.history).flatMap(({ form }) => (/merge/.test(form.kind) ? [form.kind] : []));
    expect(kinds(timeline(life))).toEqual(['merge-duplicates']);
    const read = history.find(({ entry }) => entry.id === life.entry('merge 0').id);
    const undone = (read === undefined ? [] : undoDrafts({ history }, read, 'two families', today)).reduce(
      (now, { form, answers }) => now.saves(form, null, answers, { on: today }),
      life,
    );
    expect(kinds(timeline(undone))).toEqual(['merge-duplicates', 'undo-merge']);
  });

  it('can be made again after it was undone, and is another merge', () => {
    const life = merged(everybody);
    const { history } = timeline(life);
    const read = history.find(({ entry }) => entry.id === life.entry('merge 0').id);
    if (read === undefined) throw new Error('the merge is in the history');
    const undone = undoDrafts({ history }, read, 'two families', today).reduce(
      (now, { form, answers }) => now.saves(form, null, answers, { on: today }),
      life,
    );
    const again = mergeDrafts(
      { keep: 'keita' as FamilyId, duplicate: 'keyta' as FamilyId, persons: everybody.slice(0, 1), reason: 'yes' },
      today,
    ).reduce((now, { form, answers }) => now.saves(form, null, answers, { on: today }), undone);
    expect([...fold(again).keys()]).toEqual(['keita']);
    // This merge joins only the mothers, so the children stay separate.
    expect(timeline(again).children.length).toBe(4);
  });

  it('undoes only itself, not a merge made just before it', () => {
    const other = mergeDrafts(
      { keep: 'keita' as FamilyId, duplicate: 'elsewhere' as FamilyId, persons: [], reason: 'x' },
      today,
    ).reduce((now, { form, answers }) => now.saves(form, null, answers, { on: today, as: 'other' }), merged(everybody));
    const { history } = timeline(other);
    const read = history.find(({ entry }) => entry.id === other.entry('other').id);
    if (read === undefined) throw new Error('the merge is in the history');
    expect(mergesMadeWith(history, read).map(({ entry }) => entry.id)).toEqual([other.entry('other').id]);
    const one = history.find(({ entry }) => entry.id === other.entry('merge 2').id);
    expect(one === undefined ? 0 : mergesMadeWith(history, one).length).toBe(4);
  });
});

describe('before two records become one', () => {
  const [keep, other] = [timeline(start), timeline(start, 'keyta')];
  const answered: MergeForm = {
    ...emptyMerge,
    sameMother: true,
    children: { 'keyta-child-1': 'keita-child-1' as PersonId, 'keyta-child-2': anotherChild },
    reason: 'same card',
  };

  it('it is said whether the mothers are one, who each child is, and how she knows', () => {
    expect(mergeProblem(emptyMerge, keep, other)).toBe('mother');
    expect(mergeProblem({ ...emptyMerge, sameMother: true }, keep, other)).toBe('children');
    expect(mergeProblem({ ...answered, children: { 'keyta-child-1': anotherChild } }, keep, other)).toBe('children');
    expect(mergeProblem({ ...answered, reason: ' ' }, keep, other)).toBe('reason');
    expect(mergeProblem(answered, keep, other)).toBeNull();
  });

  it('two children are not taken for one', () => {
    const one = 'keita-child-1' as PersonId;
    expect(mergeProblem({ ...answered, children: { 'keyta-child-1': one, 'keyta-child-2': one } }, keep, other)).toBe(
      'twice',
    );
  });

  it('a record without a mother or without a child has nothing to say about her or them', () => {
    const bare = timeline(start.hears(family('bare').mother()), 'bare');
    expect(mergeProblem({ ...emptyMerge, sameMother: true, reason: 'x' }, keep, bare)).toBe(null);
    const orphan = timeline(start.hears(family('orphan').bears({ on: '2026-01-05', mother: null })), 'orphan');
    expect(mergeProblem({ ...emptyMerge, reason: 'x' }, keep, orphan)).toBe('children');
  });

  it('what was said becomes one save', () => {
    expect(mergeOf(answered, keep, other)).toEqual({
      keep: 'keita',
      duplicate: 'keyta',
      persons: persons(['keita-mother', 'keyta-mother'], ['keita-child-1', 'keyta-child-1']),
      reason: 'same card',
    });
    expect(mergeOf({ ...answered, sameMother: false }, keep, other).persons.length).toBe(1);
  });

  it('warns when a child, or the mother, is dead in one record alone', () => {
    const told = (life: FamilyLife): Timeline => {
      const [story] = foldFamilies(life.entries).values();
      if (story === undefined) throw new Error('no story');
      return story;
    };
    const childDied = told(second.childDies({ child: 'keyta-child-1', on: '2026-02-20' }));
    const oneDied = (died: Timeline, kept = keep): readonly unknown[] =>
      mergeWarnings(answered, kept, died).filter(({ kind }) => kind === 'oneDied');
    expect(oneDied(childDied)).toEqual([{ kind: 'oneDied', person: 'keyta-child-1' }]);
    expect(oneDied(told(second.motherDies({ on: '2026-02-20' })))).toEqual([
      { kind: 'oneDied', person: 'keyta-mother' },
    ]);
    const keptDied = told(first.childDies({ child: 'keita-child-1', on: '2026-02-20' }));
    expect(oneDied(other, keptDied)).toEqual([{ kind: 'oneDied', person: 'keyta-child-1' }]);
    expect(oneDied(childDied, keptDied)).toEqual([]);
  });

  it('warns of two mothers, of another sex or birth, and of a child followed in both records', () => {
    expect(mergeWarnings(answered, keep, other)).toEqual([{ kind: 'bothInCare', child: 'keyta-child-1' }]);
    const crossed: MergeForm = {
      ...answered,
      sameMother: false,
      children: { 'keyta-child-1': anotherChild, 'keyta-child-2': 'keita-child-1' as PersonId },
    };
    expect(mergeWarnings(crossed, keep, other)).toEqual([
      { kind: 'otherMother' },
      { kind: 'otherSex', child: 'keyta-child-2' },
    ]);
  });
});
