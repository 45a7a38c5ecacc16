import { localDate } from '@denba/quantities/local-date';
import { familyId } from '@denba/records/ids';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { savedIn } from '../../test/save-drafts.ts';
import { arrivalEntries, registrationEntries } from './arrival-entries.ts';
import { fullReferral } from './code/note-example.ts';
import { emptyNote } from './note/note-facts.ts';

const on = localDate('2026-11-26');
const arrival = { note: fullReferral, fingerprint: 'A1B2 C3D4 E5F6 0718', on };
const born = localDate('2026-09-12');
let made = 0;
const newId = () => `new-${++made}`;

describe('a family that is new here', () => {
  const { family: id, child, drafts } = registrationEntries(arrival, born, newId);
  const timeline = timelineOf(savedIn(family(id), drafts));

  it('is registered with what the note says', () => {
    expect(timeline.contact).toMatchObject({ village: 'Sanankoroba Dougoukoro', phone: '+22366789012' });
    expect(timeline.persons.map(({ name }) => name).sort()).toEqual(['Aminata Coulibaly', 'Moussa Diarra']);
    expect(timeline.children).toMatchObject([
      { id: child, sex: 'M', birthDate: born, birthWeightG: 2150, gestationalAgeDays: 254, birthCount: 2 },
    ]);
    expect(timeline.problems).toEqual([]);
  });

  it('arrives, with the note and who signed it in the record', () => {
    expect(timeline.episodes).toMatchObject([{ child, status: 'active', entryType: 'transfer_in' }]);
    expect(timeline.history.at(-1)?.form).toMatchObject({
      kind: 'return-to-care',
      answers: { from_facility: 'CSCom de Sanankoroba', signed_by: arrival.fingerprint, referral: { urgent: true } },
    });
  });

  it('has the same names of things as where it comes from, so that both stories become one', () => {
    expect([id, child]).toEqual([fullReferral.family.id, fullReferral.child.id]);
    expect(registrationEntries(arrival, born, newId).family).toBe(id);
  });

  it('gets names of its own when the note has none', () => {
    const note = emptyNote('referral', on, fullReferral.from);
    const one = registrationEntries({ ...arrival, note }, born, newId);
    const two = registrationEntries({ ...arrival, note }, born, newId);
    expect(one.family).not.toBe(two.family);
    expect(() => savedIn(family(one.family), one.drafts)).not.toThrow();
  });
});

describe('a family that is here already', () => {
  it('arrives without being registered again', () => {
    const here = family('keita').mother().bears({ on: '2026-09-12' });
    const drafts = arrivalEntries(arrival, familyId('keita'), here.childId());
    expect(drafts).toHaveLength(1);
    const timeline = timelineOf(savedIn(here, drafts));
    expect(timeline.children).toHaveLength(1);
    expect(timeline.episodes).toMatchObject([{ entryType: 'transfer_in' }]);
  });
});
