import { readFindings, storedFindings } from '@denba/protocols/care/findings/stored-findings';
import { visitFindings } from '@denba/protocols/care/findings/visit-findings';
import { localDate } from '@denba/quantities/local-date';
import type { FamilyLife } from '@denba/scenario/family-life';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mami, visitOf } from '../../../../../clinical/protocols/test/mami.ts';
import { savedIn } from '../../../test/save-drafts.ts';
import { referralEntries } from '../refer/refer-entries.ts';
import { proposeReferral } from '../refer/referral-proposal.ts';
import type { NoteFacts } from './note-facts.ts';
import { childOfNote, noteFromRecord } from './note-from-record.ts';

const setting = {
  centre: 'CSCom',
  author: 'Mariam',
  findingsOf: (read: Parameters<Parameters<typeof noteFromRecord>[3]['findingsOf']>[0]) =>
    readFindings(read.findings, mami),
};

const born = family('keita')
  .mother({ mother_name: 'Awa Keïta', village: 'Kati', phone: '70 11 22 33' })
  .bears({ on: '2026-01-05', infant_name: 'Moussa', sex: 'M', birth_weight_g: 2100, gestational_age_days: 254 });
const weighed = born
  .weighed({ on: '2026-01-20', weight_g: 2500, length_cm: null, muac_mm: null, oedema: 'none' })
  .assessed({
    on: '2026-02-20',
    weight_g: 3100,
    length_cm: 50.5,
    muac_mm: 104,
    oedema: 'none',
    enrolment_decision: 'enrolled',
    findings: storedFindings(visitFindings(visitOf(born, 'assessment', '2026-02-20').assessment, 'fr', mami)),
  });

const referred = (life: FamilyLife) =>
  savedIn(
    life,
    referralEntries(
      { ...proposeReferral(null, {}, mami).form, facility: 'CSRéf', urgent: true, reasons: ['P/A bas.'] },
      {
        family: life.id,
        child: life.childId(),
        mother: life.motherId,
        visit: null,
        on: localDate('2026-02-21'),
        at: '10:40',
        facilityId: null,
      },
    ),
  );

const lastNote = (life: FamilyLife): NoteFacts => {
  const timeline = timelineOf(life);
  const read = timeline.history.findLast(({ form }) =>
    ['transfer', 'counter-referral', 'mami-exit'].includes(form.kind),
  );
  if (read === undefined) throw new Error('no note');
  const note = noteFromRecord(timeline, read, childOfNote(timeline, read), setting);
  if (note === null) throw new Error('no note');
  return note;
};

it('a note names the child whom its entry knows under the id of a record that was joined', () => {
  const twins = weighed.bears({ on: '2026-01-05', infant_name: 'Adama', sex: 'F' });
  const again = twins.bears({ on: '2026-01-05', child: 'again', infant_name: 'Mousa' });
  const joined = referred(again).mergesPersons('keita-child-1', 'again');
  expect(lastNote(joined)).toMatchObject({ child: { id: 'keita-child-1', name: 'Moussa', birthWeightG: 2100 } });
});

describe('a referral note', () => {
  const note = lastNote(referred(weighed));

  it('says who, from the record', () => {
    expect(note).toMatchObject({
      kind: 'referral',
      family: { village: 'Kati', phone: '70 11 22 33' },
      mother: { name: 'Awa Keïta', status: 'present' },
      child: { name: 'Moussa', sex: 'M', birthDate: '2026-01-05', birthWeightG: 2100 },
      at: '10:40',
      urgent: true,
      reasons: ['P/A bas.'],
    });
  });

  it('has the last weights, newest first, with the z of that day', () => {
    expect(note.weighings).toEqual([
      { on: '2026-02-20', weightG: 3100, waz: -3.6 },
      { on: '2026-01-20', weightG: 2500, waz: -2.81 },
    ]);
    expect(note.measures).toEqual({ lengthCm: 50.5, wlz: -1.17, muacMm: 104, oedema: 'none' });
  });

  it('gives no class that stands alone while danger signs are unanswered', () => {
    expect(note.pair.answered).toBe(false);
  });

  it('follows a correction of the weight', () => {
    const life = weighed.weighed({ on: '2026-02-20', weight_g: 3010, as: 'wrong' });
    const corrected = life.corrects('wrong', { weight_g: 3150 }, 'misread', { on: '2026-02-20' });
    expect(lastNote(referred(corrected)).weighings[0]?.weightG).toBe(3150);
  });

  it('knows nothing that came after it', () => {
    const later = referred(weighed).weighed({ on: '2026-03-20', weight_g: 4000 });
    expect(lastNote(later).weighings[0]?.on).toBe('2026-02-20');
  });

  it('has no z while there is oedema', () => {
    const life = born.weighed({ on: '2026-02-20', weight_g: 3100, length_cm: 50.5, oedema: 'plus1' });
    const { weighings, measures } = lastNote(referred(life));
    expect(weighings[0]?.waz).toBeNull();
    expect(measures).toMatchObject({ wlz: null, oedema: 'plus1' });
  });
});

describe('notes of other kinds', () => {
  it('are the hand-over of a family that is cared for elsewhere, one note for all its children when there is one', () => {
    const note = lastNote(weighed.moves('CSCom de Kati', { on: '2026-03-01' }));
    expect(note).toMatchObject({ kind: 'hand-over', to: { facility: 'CSCom de Kati' }, child: { name: 'Moussa' } });
  });

  it('are the end of the programme, with outcome and who takes over', () => {
    const exited = weighed.exits('R1', { on: '2026-07-06', handed_to: 'Suivi de la croissance', advice: 'Bouillie.' });
    expect(lastNote(exited)).toMatchObject({
      kind: 'hand-over',
      to: { facility: 'Suivi de la croissance' },
      stay: { outcome: 'R1', advice: 'Bouillie.' },
    });
  });

  it('are the counter-referral of a hospital', () => {
    const back = weighed.counterReferred({
      on: '2026-03-05',
      discharged_on: '2026-03-04',
      weight_g: 3250,
      next_due: '2026-03-11',
    });
    expect(lastNote(back)).toMatchObject({
      kind: 'counter-referral',
      stay: { dischargedOn: '2026-03-04', weightG: 3250, nextVisitOn: '2026-03-11' },
    });
  });

  it('are not made of a visit', () => {
    const timeline = timelineOf(weighed);
    const visit = timeline.history.at(-1);
    expect(visit && noteFromRecord(timeline, visit, weighed.childId(), setting)).toBeNull();
  });
});
