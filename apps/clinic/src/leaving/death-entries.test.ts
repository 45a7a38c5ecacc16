import { localDate } from '@denba/quantities/local-date';
import { personId } from '@denba/records/ids';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { savedIn, statusOn } from '../../test/save-drafts.ts';
import { type DeathForm, deathEntries } from './death-entries.ts';
import { bereavedChildren, livingChildren } from './family-members.ts';

const on = localDate('2026-03-10');
const form: DeathForm = { on, precision: 'estimated', place: 'home', cause: ' Fièvre ', caregiver: null };
const newId = () => 'grandmother';

const twins = family('traore')
  .mother()
  .bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' })
  .assessed({ on: '2026-02-20', child: 'traore-child-1', enrolment_decision: 'enrolled', next_due: '2026-03-02' })
  .assessed({ on: '2026-02-20', child: 'traore-child-2', enrolment_decision: 'enrolled', next_due: '2026-03-02' });
const first = personId('traore-child-1');
const second = personId('traore-child-2');

const dies = (life: FamilyLife, person = second, over: Partial<DeathForm> = {}): FamilyLife => {
  const children = bereavedChildren(timelineOf(life), person).map(({ child }) => child);
  const reason = person === life.motherId ? 'mother_dead' : 'other';
  return savedIn(life, deathEntries({ ...form, ...over }, { family: life.id, person, children, reason }, newId));
};

describe('the death of an infant', () => {
  const after = dies(twins);

  it('ends reminders for that infant and leaves the twin in care', () => {
    expect(statusOn(after, '2026-03-14', second)).toMatchObject({ kind: 'dead', tasks: [] });
    expect(statusOn(after, '2026-03-14', first).kind).toBe('missed');
    expect(livingChildren(timelineOf(after)).map(({ child }) => child)).toEqual([first]);
  });

  it('is told with the day, how certain it is, the place, and the words of the family', () => {
    const [death] = deathEntries(form, { family: twins.id, person: second, children: [], reason: 'other' }, newId);
    expect(death).toMatchObject({
      subject: second,
      occurredOn: on,
      answers: { death_place: 'home', death_cause: 'Fièvre', death_date_precision: 'estimated' },
    });
  });

  it('is taken back when it was another child', () => {
    const back = after.withdraws('saved 0', 'the other family', { on: '2026-03-11' });
    expect(statusOn(back, '2026-03-14', second).kind).toBe('missed');
  });
});

describe('the death of a mother', () => {
  const caregiver = { name: 'Kadia Traoré', relation: 'grandmother' as const, phone: '76 00 00 00' };

  it('names who cares for each of her living children from that day', () => {
    const { children, persons } = timelineOf(dies(twins, twins.motherId, { caregiver }));
    expect(children.map(({ caregiver: who }) => who)).toEqual(['grandmother', 'grandmother']);
    expect(persons.find(({ id }) => id === 'grandmother')).toMatchObject({
      name: 'Kadia Traoré',
      phone: '76 00 00 00',
    });
    expect(persons.find(({ id }) => id === twins.motherId)?.died?.on).toBe(on);
  });

  it('keeps her children in care', () => {
    const after = dies(twins, twins.motherId, { caregiver });
    expect(statusOn(after, '2026-03-14', first).kind).toBe('missed');
  });

  it('is recorded also while nobody is named for the children', () => {
    const after = timelineOf(dies(twins, twins.motherId));
    expect(after.persons.find(({ id }) => id === twins.motherId)?.died?.on).toBe(on);
    expect(after.children.map(({ caregiver: who }) => who)).toEqual([null, null]);
  });

  it('asks nothing for a child whom somebody else cares for already', () => {
    const cared = twins.caregiver('aunt', { child: 'traore-child-1', on: '2026-02-01' });
    expect(bereavedChildren(timelineOf(cared), cared.motherId).map(({ child }) => child)).toEqual([second]);
    expect(bereavedChildren(timelineOf(cared), personId('aunt')).map(({ child }) => child)).toEqual([first]);
  });
});
