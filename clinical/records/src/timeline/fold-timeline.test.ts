import { familyId, personId } from '@denba/records/ids';
import { arbitraryLife } from '@denba/scenario/arbitraries';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { given, timelineOf } from '@denba/scenario/given';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldFamilies } from './fold-families.ts';
import { foldTimeline } from './fold-timeline.ts';
import type { Fact, Timeline } from './timeline.ts';

const newborn = family('keita')
  .mother()
  .pregnant({ on: '2025-09-01' })
  .bears({ on: '2026-01-05', birth_weight_g: 2100 });
const enrolled = newborn.assessed({ age_days: 10, weight_g: 2150, enrolment_decision: 'enrolled', as: 'enrolment' });

const kinds = (timeline: Timeline): readonly string[] => timeline.problems.map((problem) => problem.kind);
const factsOf = (timeline: Timeline, kind: Fact['kind']): readonly Fact[] =>
  timeline.facts.filter((fact) => fact.kind === kind);
const weights = (timeline: Timeline): readonly (number | null)[] =>
  timeline.encounters.map((encounter) => encounter.form.answers.weight_g);

describe('the story of a family', () => {
  it('knows its mother, her pregnancy and her child', () => {
    given(newborn).shows((timeline, life) => {
      expect(timeline.persons.map(({ id, roles, name }) => [id, roles, name])).toEqual([
        ['keita-child-1', ['child'], 'Fanta'],
        ['keita-mother', ['mother'], 'Awa Keita'],
      ]);
      expect(timeline.children[0]).toMatchObject({
        mother: life.motherId,
        birthDate: '2026-01-05',
        birthWeightG: 2100,
        gestationalAgeDays: 273,
        stillborn: false,
        caregiver: null,
      });
      expect(timeline.pregnancies[0]).toMatchObject({
        mother: life.motherId,
        children: ['keita-child-1'],
        ended: null,
      });
      expect(timeline.contact).toEqual({
        phone: '70 00 00 00',
        village: 'Sanankoroba',
        distanceMin: 35,
        chw: 'asc-1',
        cardCode: null,
        fatherName: null,
        fatherPhone: null,
        language: null,
      });
      expect(timeline.facility).toBe('cscom-1');
      expect(timeline.problems).toEqual([]);
    });
  });

  it('knows how the family is found: card, father, language, in the last words that were said', () => {
    given(newborn)
      .when((life) =>
        life
          .mother({ card_code: 'SB-0412', father_name: 'Issa Keita', language_spoken: 'bambara' })
          .mother({ mother_name: null, father_phone: '76 11 22 33' }),
      )
      .shows((timeline) =>
        expect(timeline.contact).toMatchObject({
          cardCode: 'SB-0412',
          fatherName: 'Issa Keita',
          fatherPhone: '76 11 22 33',
          language: 'bambara',
          village: 'Sanankoroba',
        }),
      );
  });

  it('puts visits in the order in which they happened, with the age on the day, even when entered late', () => {
    given(newborn)
      .when((life) =>
        life
          .weighed({ age_days: 14, weight_g: 2200 })
          .weighed({ age_days: 42, weight_g: 3300 })
          .weighed({ age_days: 28, weight_g: 2700, recorded_on: '2026-03-20' }),
      )
      .shows((timeline) => {
        expect(timeline.encounters.map(({ ageDays }) => ageDays)).toEqual([14, 28, 42]);
        expect(weights(timeline)).toEqual([2200, 2700, 3300]);
        expect(factsOf(timeline, 'weighed').map((fact) => fact.attributes)).toEqual([
          { weight_g: 2200, sex: 'F', age_days: 14 },
          { weight_g: 2700, sex: 'F', age_days: 28 },
          { weight_g: 3300, sex: 'F', age_days: 42 },
        ]);
      });
  });

  it('counts the reading that the protocol took when a measurement was taken twice', () => {
    const findings = { pairClass: 'moderate', kept: { weight_used_g: 2215.5 } };
    given(newborn)
      .when((life) => life.visit({ age_days: 14, weight_g: 2200, findings }))
      .shows((timeline) => {
        expect(factsOf(timeline, 'weighed').map((fact) => fact.attributes['weight_g'])).toEqual([2215.5]);
        expect(factsOf(timeline, 'mami-visited')[0]?.attributes['pair_class']).toBe('moderate');
      });
  });

  it('counts what a correction concluded anew, and names the protocol that did', () => {
    const life = newborn
      .under('mami@1.0.0')
      .visit({ age_days: 14, findings: { pairClass: 'low' }, as: 'visit' })
      .under('mami@2.0.0');
    const { id } = life.entry('visit');
    const anew = { corrects: id, reason: 'worked out anew', follows: 'tablet-1-3' };
    given(life.saves('correction@2', null, anew, { findings: { pairClass: 'moderate' }, as: 'anew' })).shows(
      (timeline, after) => {
        expect(factsOf(timeline, 'mami-visited')[0]?.attributes['pair_class']).toBe('moderate');
        expect(timeline.encounters[0]).toMatchObject({ protocolVersion: 'mami@2.0.0', corrected: 1 });
        const read = timeline.history.find((one) => one.entry.id === id);
        expect(read?.concludedIn.id).toBe(after.entry('anew').id);
        expect(read?.entry.findings).toEqual({ pairClass: 'low' });
      },
    );
  });

  it('leaves unknown what nobody said: no birth, no age; not weighed, no fact', () => {
    given(family('traore').weighed({ weight_g: null, length_cm: 55 })).shows((timeline) => {
      expect(timeline.encounters[0]).toMatchObject({ ageDays: null, child: 'traore-child-1' });
      expect(timeline.children[0]).toMatchObject({ birthDate: null, birth: null, sex: null, mother: null });
      expect(factsOf(timeline, 'weighed')).toEqual([]);
      expect(factsOf(timeline, 'length-measured')[0]?.attributes).toEqual({ length_cm: 55, sex: null, age_days: null });
      expect(kinds(timeline)).toEqual(['birthUnknown']);
    });
  });

  it('has nothing to tell of a family without entries', () => {
    expect(foldTimeline(familyId('nobody'), [])).toMatchObject({
      persons: [],
      facts: [],
      facility: null,
      problems: [],
    });
  });

  it('counts twins as two children of one pregnancy and one mother', () => {
    given(family().mother().pregnant().bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05', sex: 'M' })).shows(
      (timeline, life) => {
        expect(timeline.pregnancies[0]?.children).toEqual(['keita-child-1', 'keita-child-2']);
        expect(timeline.children.map(({ mother, birthOrder, sex }) => [mother, birthOrder, sex])).toEqual([
          [life.motherId, 1, 'F'],
          [life.motherId, 2, 'M'],
        ]);
        expect(factsOf(timeline, 'birth').map((fact) => fact.attributes['birth_count'])).toEqual([2, 2]);
      },
    );
  });

  it('keeps entries of forms that it does not know, and says so', () => {
    given(newborn)
      .when((life) => life.saves('vaccination@3', life.childId(), { antigen: 'BCG' }))
      .shows((timeline) => {
        expect(kinds(timeline)).toEqual(['unknownForm']);
        expect(timeline.history.at(-1)?.entry.answers).toEqual({ antigen: 'BCG' });
      });
  });

  it('notices what does not fit: a visit before birth or after death, a date in the future', () => {
    given(newborn)
      .when((life) =>
        life
          .weighed({ on: '2026-01-02' })
          .weighed({ on: '2026-01-20', recorded_on: '2026-01-19' })
          .childDies({ on: '2026-02-01' })
          .weighed({ on: '2026-02-10' }),
      )
      .shows((timeline) => {
        expect([...kinds(timeline)].sort()).toEqual(['afterDeath', 'beforeBirth', 'occurredAfterRecorded']);
        for (const { message, cure } of timeline.problems) {
          expect(message.fr).not.toBe(message.en);
          expect(cure.fr.length).toBeGreaterThan(10);
        }
      });
  });
});

describe('a correction', () => {
  const weighed = newborn.weighed({ age_days: 14, weight_g: 22000, as: 'weighing' });

  it('replaces what it names; the entry as it was saved stays beside it, with the reason', () => {
    given(weighed)
      .when((life) => life.corrects('weighing', { weight_g: 2200 }, 'one zero too many'))
      .shows((timeline, life) => {
        expect(weights(timeline)).toEqual([2200]);
        expect(timeline.encounters[0]?.form.answers.length_cm).toBe(55);
        expect(timeline.encounters[0]?.corrected).toBe(1);
        const read = timeline.history.find(({ entry }) => entry === life.entry('weighing'));
        expect(read?.entry.answers['weight_g']).toBe(22000);
        expect(read?.corrections).toMatchObject([
          { reason: 'one zero too many', set: { weight_g: 2200 }, undone: false },
        ]);
      });
  });

  it('can say that it is not known after all', () => {
    given(weighed)
      .when((life) => life.corrects('weighing', { weight_g: null }, 'the scale was broken'))
      .shows((timeline) => expect(weights(timeline)).toEqual([null]));
  });

  it('can be corrected in turn, and taken back', () => {
    const corrected = weighed.corrects('weighing', { weight_g: 2020 }, 'one zero too many', { as: 'first' });
    given(corrected)
      .when((life) => life.corrects('first', { weight_g: 2200 }, 'read again on the card', { as: 'second' }))
      .shows((timeline) => {
        expect(weights(timeline)).toEqual([2200]);
        expect(timeline.history.find((read) => read.corrections.length > 0)?.corrections[0]?.corrections).toHaveLength(
          1,
        );
      });
    given(corrected)
      .when((life) => life.withdraws('first', 'it was right'))
      .shows((timeline) => expect(weights(timeline)).toEqual([22000]));
    given(corrected)
      .when((life) => life.withdraws('first', 'it was right', { as: 'undo' }).withdraws('undo', 'no, it was wrong'))
      .shows((timeline) => expect(weights(timeline)).toEqual([2020]));
  });

  it('that is recorded later has the last word on its fields only', () => {
    given(weighed)
      .when((life) =>
        life
          .corrects('weighing', { weight_g: 2100, length_cm: 46 }, 'second reading')
          .corrects('weighing', { weight_g: 2200 }, 'third reading'),
      )
      .shows((timeline) => {
        expect(timeline.encounters[0]?.form.answers).toMatchObject({ weight_g: 2200, length_cm: 46 });
        expect(timeline.encounters[0]?.corrected).toBe(2);
      });
  });

  it('gives the right day and the right twin', () => {
    const twins = family().mother().bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' });
    given(twins.weighed({ child: 'keita-child-1', age_days: 7, as: 'weighing' }))
      .when((life) =>
        life.corrects('weighing', {}, 'it was her sister, the day after', {
          subject: 'keita-child-2',
          occurred_on: '2026-01-13',
        }),
      )
      .shows((timeline) =>
        expect(timeline.encounters[0]).toMatchObject({ child: 'keita-child-2', on: '2026-01-13', ageDays: 8 }),
      );
  });

  it('withdraws an entry that should not have been made', () => {
    given(weighed)
      .when((life) => life.withdraws('weighing', 'wrong family'))
      .shows((timeline) => {
        expect(timeline.encounters).toEqual([]);
        expect(factsOf(timeline, 'weighed')).toEqual([]);
        expect(timeline.history.filter((read) => read.withdrawn)).toHaveLength(1);
      });
  });

  it('made by an older app speaks in the words of its own version', () => {
    const born = family().mother().bears({ on: '2026-01-05', gestational_age_days: 241, as: 'birth' });
    given(born)
      .when((life) => life.corrects('birth', { ga_weeks: 33 }, 'card read again', { in_form: 'birth@1' }))
      .shows((timeline) => expect(timeline.children[0]?.gestationalAgeDays).toBe(33 * 7 + 3));
  });

  it('that would make the entry unreadable is shown and not applied', () => {
    given(weighed)
      .when((life) => life.corrects('weighing', { weight_g: 'two kilos' }, 'dictated'))
      .shows((timeline) => {
        expect(weights(timeline)).toEqual([22000]);
        expect(kinds(timeline)).toEqual(['correctionUnreadable']);
      });
  });

  it('of an entry that has not arrived waits, and says so', () => {
    const corrected = weighed.corrects('weighing', { weight_g: 2200 }, 'one zero too many');
    const missing = corrected.entries.filter((entry) => entry !== corrected.entry('weighing'));
    expect(kinds(foldTimeline(corrected.id, missing))).toEqual(['correctionOfUnknownEntry']);
    expect(weights(foldTimeline(corrected.id, corrected.entries))).toEqual([2200]);
  });

  it('corrections that name each other in a circle do no harm', () => {
    const life = weighed
      .saves('correction@1', null, { corrects: 'tablet-1-6', reason: 'x', set: { weight_g: 1 } })
      .saves('correction@1', null, { corrects: 'tablet-1-5', reason: 'y', set: { weight_g: 2 } });
    expect(weights(timelineOf(life))).toEqual([22000]);
  });
});

describe('deaths and changes of caregiver', () => {
  it('a mother dies and a grandmother takes over: the child keeps its mother and has a caregiver', () => {
    given(newborn)
      .when((life) =>
        life
          .motherDies({ on: '2026-01-20' })
          .caregiver('keita-grandmother', { on: '2026-01-22', caregiver_name: 'Sira', caregiver_phone: '76 11 11 11' }),
      )
      .shows((timeline, life) => {
        expect(timeline.children[0]).toMatchObject({ mother: life.motherId, caregiver: 'keita-grandmother' });
        expect(timeline.persons.find((person) => person.id === life.motherId)?.died?.on).toBe('2026-01-20');
        expect(timeline.persons.find((person) => person.roles.includes('caregiver'))?.name).toBe('Sira');
        expect(factsOf(timeline, 'caregiver-changed')[0]?.attributes['change_reason']).toBe('mother_dead');
        expect(factsOf(timeline, 'died')[0]?.attributes).toEqual({ place: 'facility', child: false });
      });
  });

  it('a mother whose day of death nobody knows is dead from when it was told, and no day is said', () => {
    const died = (life: FamilyLife) =>
      timelineOf(life).persons.find((person) => person.id === life.motherId)?.died ?? null;
    const told = newborn.motherDies({ on: '2026-02-01', as: 'told', death_date_precision: 'unknown' });
    expect(died(told)).toMatchObject({ on: '2026-02-01', dayKnown: false });
    const known = told.corrects('told', { death_date_precision: 'exact' }, 'the grandmother came with the papers', {
      on: '2026-02-10',
      occurred_on: '2026-01-09',
    });
    expect(died(known)).toMatchObject({ on: '2026-01-09', dayKnown: true });
  });

  it('who cares for the child now is who took over last, even when that was written down first', () => {
    given(newborn)
      .when((life) =>
        life
          .caregiver('keita-mother', { on: '2026-03-01', change_reason: 'mother_back' })
          .caregiver('keita-aunt', { on: '2026-02-01', recorded_on: '2026-03-10', change_reason: 'mother_ill' }),
      )
      .shows((timeline) => {
        expect(timeline.children[0]?.caregiver).toBe('keita-mother');
        expect(timeline.children[0]?.caregivers.map(({ id }) => id)).toEqual(['keita-aunt', 'keita-mother']);
      });
  });

  it('who takes over one twin does not take over the other', () => {
    const twins = family().mother().bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' });
    given(twins)
      .when((life) => life.caregiver('keita-aunt', { child: 'keita-child-1', on: '2026-02-01' }))
      .shows((timeline) => {
        expect(timeline.children.map(({ caregiver }) => caregiver)).toEqual(['keita-aunt', null]);
        expect(timeline.children[0]?.caregivers).toEqual([{ id: 'keita-aunt', from: '2026-02-01' }]);
      });
  });

  it('an orphan is registered with who cares for it', () => {
    const orphan = family().mother({ mother_status: 'dead', caregiver: 'keita-aunt', caregiver_relation: 'aunt' });
    given(orphan.bears({ on: '2026-01-05' })).shows((timeline) =>
      expect(timeline.children[0]).toMatchObject({ mother: 'keita-mother', caregiver: 'keita-aunt' }),
    );
  });

  it('one twin dies: the other stays in care', () => {
    const twins = family()
      .mother()
      .bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' })
      .assessed({ child: 'keita-child-1', age_days: 7, enrolment_decision: 'enrolled' })
      .assessed({ child: 'keita-child-2', age_days: 7, enrolment_decision: 'enrolled' });
    given(twins)
      .when((life) => life.childDies({ child: 'keita-child-2', on: '2026-02-01' }))
      .shows((timeline) => {
        expect(timeline.episodes.map(({ child, status, outcome }) => [child, status, outcome?.code ?? null])).toEqual([
          ['keita-child-1', 'active', null],
          ['keita-child-2', 'exited', 'R5'],
        ]);
        expect(factsOf(timeline, 'died')).toMatchObject([{ subject: 'keita-child-2', attributes: { age_days: 27 } }]);
        expect(factsOf(timeline, 'mami-exited')).toMatchObject([{ attributes: { exit_code: 'R5', implied: true } }]);
      });
  });

  it('of a child whose day of death nobody knows, nobody knows at which age it died', () => {
    given(newborn)
      .when((life) => life.childDies({ on: '2026-03-01', death_date_precision: 'unknown' }))
      .shows((timeline) => {
        expect(factsOf(timeline, 'died')).toMatchObject([
          { on: '2026-03-01', attributes: { child: true, age_days: null } },
        ]);
      });
  });
});

describe('an episode of MAMI care', () => {
  const status = (life: FamilyLife) => timelineOf(life).episodes.map((episode) => episode.status);

  it('opens only when the decision to enrol was recorded', () => {
    expect(
      status(newborn.assessed({ age_days: 10, enrolment_decision: null, findings: { enrolment: 'enrol' } })),
    ).toEqual([]);
    given(enrolled).shows((timeline) => {
      expect(timeline.episodes).toMatchObject([{ status: 'active', enrolledOn: '2026-01-15', entryType: 'new' }]);
      expect(factsOf(timeline, 'mami-enrolled')).toHaveLength(1);
    });
  });

  it('ends with its outcome', () => {
    given(enrolled)
      .when((life) => life.exits('R1', { age_days: 183 }))
      .shows((timeline) => {
        expect(timeline.episodes).toMatchObject([{ status: 'exited', outcome: { code: 'R1', implied: false } }]);
        expect(factsOf(timeline, 'mami-exited')[0]?.attributes).toMatchObject({
          exit_code: 'R1',
          days_since_enrolment: 173,
        });
      });
  });

  it('stays open during inpatient care, and goes on afterwards', () => {
    const inpatient = enrolled.transferred('temporary', { age_days: 30, referral_to: 'inpatient' });
    expect(status(inpatient)).toEqual(['inpatient']);
    given(inpatient)
      .when((life) => life.returns('post_inpatient', { age_days: 41 }))
      .shows((timeline) =>
        expect(timeline.episodes[0]?.periods.map(({ status, from }) => [status, from])).toEqual([
          ['active', '2026-01-15'],
          ['inpatient', '2026-02-04'],
          ['active', '2026-02-15'],
        ]),
      );
  });

  it('goes on at home while an infant is seen elsewhere: only inpatient care is a stay', () => {
    for (const referral_to of ['hiv', 'maternal', 'health_centre', 'social']) {
      given(enrolled)
        .when((life) => life.transferred('temporary', { age_days: 30, referral_to }))
        .shows((timeline) => {
          expect(timeline.episodes[0]?.status).toBe('active');
          expect(factsOf(timeline, 'transferred')[0]?.attributes).toMatchObject({ referral_to });
        });
    }
    given(enrolled)
      .when((life) => life.transferred('temporary', { age_days: 30 }))
      .shows((timeline) => expect(timeline.episodes[0]?.status).toBe('inpatient'));
  });

  it('goes on from the day of discharge that a counter-referral names, whenever the note arrives', () => {
    const inpatient = enrolled.transferred('temporary', { on: '2026-02-04', referral_to: 'inpatient' });
    given(inpatient)
      .when((life) => life.counterReferred({ on: '2026-02-16', discharged_on: '2026-02-12', weight_g: 2600 }))
      .shows((timeline) => {
        expect(timeline.episodes[0]?.periods.at(-1)).toEqual({ status: 'active', from: '2026-02-12', to: null });
        expect(factsOf(timeline, 'counter-referred')[0]?.attributes).toMatchObject({ discharged_on: '2026-02-12' });
      });
    given(inpatient)
      .when((life) => life.counterReferred({ on: '2026-02-16', referral_result: 'received' }))
      .shows((timeline) => expect(timeline.episodes[0]?.status).toBe('inpatient'));
    given(inpatient)
      .when((life) => life.counterReferred({ on: '2026-02-16', discharged_on: '2026-01-01' }))
      .shows((timeline) => expect(timeline.episodes[0]?.periods.at(-1)?.from).toBe('2026-02-04'));
  });

  it('is not opened by a family that says no: the refusal is a fact of its own', () => {
    given(newborn)
      .when((life) => life.refuses('enrolment', { age_days: 10, refusal_reasons: ['distance'] }))
      .shows((timeline) => {
        expect(timeline.episodes).toEqual([]);
        expect(factsOf(timeline, 'refused').map((fact) => fact.attributes['refused'])).toEqual(['enrolment']);
      });
  });

  it('is reopened, not doubled, when an infant comes back after default', () => {
    const defaulted = enrolled.traced('not_found', { age_days: 50 }).exits('R4', { age_days: 60 });
    for (const back of [
      defaulted.returns('return', { age_days: 90 }),
      defaulted.assessed({ age_days: 90, enrolment_decision: 'enrolled', entry_type: 'return' }),
    ]) {
      given(back).shows((timeline) => {
        expect(timeline.episodes).toMatchObject([{ status: 'active', enrolledOn: '2026-01-15', outcome: null }]);
        expect(factsOf(timeline, 'mami-exited')).toHaveLength(1);
        expect(factsOf(timeline, 'mami-returned')).toHaveLength(1);
      });
    }
  });

  it('is still of this place when the new one is only named, by one word or by several', () => {
    const here = timelineOf(enrolled).facility;
    for (const name of ['Kati', 'cscom-9', 'CSCom de Kati']) {
      given(enrolled.moves(name, { on: '2026-03-01' })).shows(({ facility, facts, episodes }) => {
        expect(facility).toBe(here);
        expect(episodes[0]?.outcome).toMatchObject({ code: 'R3' });
        const [moved] = facts.filter(({ kind }) => kind === 'transferred');
        expect(moved?.attributes).toMatchObject({ to_facility: name, to_facility_id: null });
      });
    }
    const old = { transfer: 'permanent', to_facility: 'Kati' };
    given(enrolled.saves('transfer@1', null, old, { on: '2026-03-01' })).shows(({ facility }) =>
      expect(facility).toBe(here),
    );
  });

  it('ends with R3 when the family moves for good, and the named outcome replaces the concluded one', () => {
    const moved = enrolled.moves('CSCom 9', { to_facility_id: 'cscom-9', on: '2026-03-01' });
    given(moved).shows((timeline) => {
      expect(timeline.facility).toBe('cscom-9');
      expect(timeline.episodes[0]?.outcome).toMatchObject({ code: 'R3', implied: true });
    });
    given(moved)
      .when((life) => life.exits('R6', { on: '2026-03-02', exit_why: 'moved' }))
      .shows((timeline) => {
        expect(timeline.episodes[0]?.outcome).toMatchObject({ code: 'R6', implied: false });
        expect(factsOf(timeline, 'mami-exited').map((fact) => fact.attributes['exit_code'])).toEqual(['R6']);
      });
    given(moved)
      .when((life) => life.on('tablet-9', { facility: familyFacility }).returns('transfer_in', { on: '2026-03-10' }))
      .shows((timeline) => {
        expect(timeline.facility).toBe('cscom-9');
        expect(timeline.episodes).toMatchObject([{ status: 'active' }]);
      });
  });

  it('says when a second enrolment or an exit fits no episode', () => {
    expect(kinds(timelineOf(newborn.exits('R1', { age_days: 180 })))).toEqual(['exitWithoutEpisode']);
    expect(kinds(timelineOf(enrolled.assessed({ age_days: 20, enrolment_decision: 'enrolled' })))).toEqual([
      'alreadyEnrolled',
    ]);
  });

  it('is not opened by an enrolment that was withdrawn', () => {
    expect(status(enrolled.withdraws('enrolment', 'wrong infant'))).toEqual([]);
  });
});

const familyFacility = newborn.device.facility.replace('1', '9') as typeof newborn.device.facility;

describe('duplicates', () => {
  const twice = newborn
    .bears({
      child: 'fanta-again',
      on: '2026-01-05',
      birth_weight_g: null,
      infant_name: 'Fanta K.',
      birth_length_cm: 46,
    })
    .weighed({ child: 'keita-child-1', on: '2026-01-12', weight_g: 2150 })
    .weighed({ child: 'fanta-again', on: '2026-01-19', weight_g: 2300 });

  it('of a person are read as one: kept words first, holes filled, visits together, one birth', () => {
    given(twice)
      .when((life) => life.mergesPersons('keita-child-1', 'fanta-again', { as: 'merge' }))
      .shows((timeline) => {
        expect(timeline.children).toMatchObject([{ id: 'keita-child-1', birthWeightG: 2100 }]);
        expect(timeline.persons.find((person) => person.id === personId('keita-child-1'))).toMatchObject({
          name: 'Fanta',
          sameAs: ['fanta-again'],
        });
        expect(weights(timeline)).toEqual([2150, 2300]);
        expect(factsOf(timeline, 'birth')).toHaveLength(1);
      });
  });

  it('come apart again, as they were, when the merge was a mistake', () => {
    const before = timelineOf(twice);
    const undone = twice
      .mergesPersons('keita-child-1', 'fanta-again', { as: 'merge' })
      .undoesMerge('merge', { as: 'undo' });
    const after = timelineOf(undone);
    for (const part of ['persons', 'children', 'encounters', 'facts'] as const)
      expect(after[part]).toEqual(before[part]);
    const redone = timelineOf(undone.withdraws('undo', 'they are one after all'));
    expect(redone.children).toHaveLength(1);
  });

  it('of a family are one family, and two again after the undo', () => {
    const kept = newborn.mergesFamily('keita-bis', { as: 'merge' });
    const other = family('keita-bis')
      .on('tablet-2')
      .mother({ mother_name: 'Awa', phone: '79' })
      .weighed({ on: '2026-02-01' });
    const together = foldFamilies([...other.entries, ...kept.entries]);
    expect([...together.keys()]).toEqual(['keita']);
    expect(together.get(kept.id)).toMatchObject({
      families: ['keita', 'keita-bis'],
      problems: [{ kind: 'birthUnknown' }],
    });
    const apart = foldFamilies([...kept.undoesMerge('merge').entries, ...other.entries]);
    expect([...apart.keys()]).toEqual(['keita', 'keita-bis']);
    expect(apart.get(other.id)?.encounters).toHaveLength(1);
  });

  it('of a child leave no pregnancy behind that seems to go on', () => {
    const other = family('keita-bis')
      .on('tablet-2')
      .mother({ on: '2026-02-01' })
      .pregnant()
      .bears({ on: '2026-01-05' });
    const kept = newborn
      .mergesFamily('keita-bis', { on: '2026-02-02' })
      .mergesPersons('keita-child-1', 'keita-bis-child-1');
    const together = foldFamilies([...kept.entries, ...other.entries]).get(kept.id);
    expect(together?.pregnancies.map(({ id, children }) => [id, children])).toEqual([
      ['keita-pregnancy-1', ['keita-child-1']],
      ['keita-bis-pregnancy-1', ['keita-child-1']],
    ]);
  });

  it('of a family are found under what the kept record says, also when the other one was written later', () => {
    const other = family('keita-bis')
      .on('tablet-2')
      .mother({ on: '2026-02-01', phone: '79 99 99 99', village: 'Kati', card_code: 'KT-7' });
    const kept = newborn.mergesFamily('keita-bis', { on: '2026-02-02' });
    const together = foldFamilies([...kept.entries, ...other.entries]).get(kept.id);
    expect(together?.contact).toMatchObject({ phone: '70 00 00 00', village: 'Sanankoroba', cardCode: 'KT-7' });
  });

  it('merged the other way round on two devices are still one, under the name that the first chose', () => {
    const a = newborn.mergesPersons('keita-child-1', 'fanta-again', { on: '2026-02-01' });
    const b = twice.on('tablet-2').mergesPersons('fanta-again', 'keita-child-1', { on: '2026-02-02' });
    const timeline = timelineOf(b.hears(a));
    expect(timeline.children.map((child) => child.id)).toEqual(['keita-child-1']);
    expect(kinds(timeline)).toContain('mergedWithItself');
  });

  it('filed under a third family, or entries of a family that is not merged, count nowhere and are named', () => {
    const third = family('third').mergesFamily('x').saves('merge-duplicates@1', null, {
      merge: 'family',
      keep: 'keita',
      duplicate: 'keita-bis',
      reason: 'seen together',
    });
    expect(kinds(timelineOf(third))).toEqual(['mergeOfOthers']);
    const mixed = foldTimeline(newborn.id, [...newborn.entries, ...family('x').on('tablet-3').mother().entries]);
    expect(kinds(mixed)).toEqual(['otherFamily']);
    expect(mixed.persons).toEqual(timelineOf(newborn).persons);
  });
});

describe('devices that were apart', () => {
  it('tell one story when they meet, whatever their clocks said', () => {
    const tablet = enrolled.visit({ age_days: 17, weight_g: 2250, as: 'visit' });
    const phone = enrolled
      .on('phone', { wallOffsetMs: -40 * 365 * 86_400_000 })
      .weighed({ age_days: 14, weight_g: 2200 });
    given(tablet.hears(phone))
      .when((life) => life.on('phone').corrects('visit', { weight_g: 2270 }, 'second reading'))
      .shows((timeline) => {
        expect(weights(timeline)).toEqual([2150, 2200, 2270]);
        expect(timeline.history[0]?.entry.device).toBe('phone');
      });
  });
});

describe('the fold', () => {
  it('gives the same story for every order and every repetition of the entries', () => {
    fc.assert(
      fc.property(
        arbitraryLife().chain((life) =>
          fc.tuple(
            fc.constant(life),
            fc.shuffledSubarray([...life.entries], { minLength: life.entries.length }),
            fc.shuffledSubarray([...life.entries]),
          ),
        ),
        ([life, shuffled, again]) => {
          const whole = foldTimeline(life.id, life.entries);
          expect(foldTimeline(life.id, shuffled)).toEqual(whole);
          expect(foldTimeline(life.id, [...again, ...shuffled, ...again])).toEqual(whole);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never loses an entry: every one is in the history as it was saved', () => {
    fc.assert(
      fc.property(arbitraryLife(), (life) => {
        const { history } = foldTimeline(life.id, life.entries);
        expect(new Set(history.map((read) => read.entry))).toEqual(new Set(life.entries));
      }),
    );
  });

  it('gives each fact an entry of the history to be traced to', () => {
    fc.assert(
      fc.property(arbitraryLife(), (life) => {
        const { history, facts } = foldTimeline(life.id, life.entries);
        const ids = new Set(history.filter((read) => !read.withdrawn).map((read) => read.entry.id));
        for (const fact of facts) expect(ids).toContain(fact.entry);
      }),
    );
  });
});
