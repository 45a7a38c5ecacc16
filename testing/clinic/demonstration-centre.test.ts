/**
 * The training centre contains every situation that a worker meets, whatever day « today » is, as the real list of the
 * day shows it. The days tested are awkward ones: a leap day, the day after it, the ends of long and short months.
 */

import type { SaveDraft } from '@denba/device/device';
import { type CareRow, careRow } from '@denba/protocols/care/lists/care-row';
import { type CareStatus, careStatus } from '@denba/protocols/care/lists/care-status';
import { dueToday } from '@denba/protocols/care/lists/due-today';
import { knownInputs } from '@denba/protocols/care/visit/known-inputs';
import { addDays, type LocalDate, localDate } from '@denba/quantities/local-date';
import { appendEntry, emptyLog, type LogHead } from '@denba/records/entry-log';
import { createFamilyIndex } from '@denba/records/find-family/family-index';
import type { FamilyNames } from '@denba/records/find-family/family-names';
import { possibleDuplicates } from '@denba/records/find-family/possible-duplicates';
import { type HybridClock, newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId, entryId, facilityId, familyId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { Timeline } from '@denba/records/timeline/timeline';
import { usualAnswers } from '@denba/scenario/demonstration-answers';
import { demonstrationCentre } from '@denba/scenario/demonstration-centre';
import type { Situation } from '@denba/scenario/demonstration-told';
import { wallMs } from '@denba/scenario/fake-device';
import { describe, expect, it } from 'vitest';
import { runProtocol } from '../../apps/clinic/src/shell/protocol/protocol.ts';
import type { DemonstrationDraft } from '../../apps/clinic/src/training/demonstration.ts';
import { demonstrationEntries } from '../../apps/clinic/src/training/demonstration-entries.ts';
import { compiledMami } from '../protocols/test/compiled-mami.ts';

const protocol = runProtocol(compiledMami);
const { rules } = protocol;
const centre = demonstrationCentre();
const ids = Object.keys(centre.situations);

describe('the demonstration centre', () => {
  it('is the same for the same seed, and has about sixty families with names of their own', () => {
    expect(demonstrationCentre()).toEqual(centre);
    expect(ids.length).toBeGreaterThanOrEqual(58);
    expect(ids.length).toBeLessThanOrEqual(70);
    const names = centre.drafts.flatMap(({ answers }) => answers['mother_name'] ?? []);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has telephones that ring nowhere', () => {
    const phones = centre.drafts.flatMap(({ answers }) => [answers['phone'], answers['caregiver_phone']]);
    const given = phones.filter((phone) => phone !== undefined);
    expect(given.length).toBeGreaterThanOrEqual(ids.length);
    for (const phone of given) expect(phone).toMatch(/^00 0\d \d\d \d\d$/);
  });

  it('carries no conclusion: those are the work of the app that saves it', () => {
    for (const draft of centre.drafts) expect(draft).not.toHaveProperty('findings');
  });
});

describe.each(['2026-11-26', '2028-02-29', '2027-03-31'])('on %s', (day) => {
  const today = localDate(day);
  const told = ids.map((id) => tell(id, today));
  const rows = new Map(told.map(({ row }) => [String(row.family), row]));
  const withSituation = (situation: Situation) => told.filter(({ id }) => centre.situations[id]?.includes(situation));
  const children = (situation: Situation) => withSituation(situation).flatMap(({ row }) => row.children);
  const kinds = (situation: Situation): readonly CareStatus['kind'][] =>
    children(situation).map((child) => careStatus(child, rules, today).kind);
  const lists = dueToday([...rows.values()], rules, today);

  it('every family has a story without problems', () => {
    for (const { id, timeline } of told) expect([id, timeline.problems]).toEqual([id, []]);
  });

  it('no answer is refused or set aside, and no form went in circles', () => {
    for (const { drafts } of told) {
      for (const { answers } of drafts) expect(answers).not.toHaveProperty('set_aside');
    }
  });

  it('several are expected today, others in the coming days', () => {
    expect(kinds('dueToday').every((kind) => kind === 'dueToday')).toBe(true);
    expect(lists.expected.length).toBeGreaterThanOrEqual(8);
    expect(kinds('dueSoon').every((kind) => kind === 'quiet')).toBe(true);
  });

  it('several are late, by days and by weeks, some given up and one looked for in vain', () => {
    for (const kind of kinds('late')) expect(['late', 'missed']).toContain(kind);
    expect(new Set(kinds('late'))).toEqual(new Set(['late', 'missed']));
    for (const kind of kinds('defaulter')) expect(kind).toBe('defaulted');
    const lateness = [...lists.late, ...lists.toTrace].map(({ status }) => status.lateDays);
    expect(Math.min(...lateness)).toBeLessThanOrEqual(3);
    expect(Math.max(...lateness)).toBeGreaterThanOrEqual(35);
    const traced = withSituation('traced').flatMap(({ timeline }) => timeline.facts.map((fact) => fact.kind));
    expect(traced).toContain('traced');
  });

  it('one infant is in hospital, one came back yesterday', () => {
    expect(new Set(kinds('inHospital'))).toEqual(new Set(['inHospital']));
    expect(kinds('backFromHospital')).toEqual(['backFromHospital']);
    const [back] = withSituation('backFromHospital');
    const returned = back?.timeline.history.find(({ form }) => form.kind === 'return-to-care');
    expect(returned?.occurredOn).toBe(addDays(today, -1));
  });

  it('screens wait for the assessment, and others were negative', () => {
    expect(new Set(kinds('positiveScreen'))).toEqual(new Set(['screened']));
    expect(lists.screened.length).toBeGreaterThanOrEqual(4);
    expect(lists.screened.some(({ status }) => status.lateDays > 0)).toBe(true);
    for (const child of children('negativeScreen')) expect([child.care, child.screened]).toEqual([null, null]);
    const screens = withSituation('negativeScreen').flatMap(({ timeline }) => timeline.encounters);
    for (const { form } of screens) expect(form.answers).toMatchObject({ screen_result: 'negative' });
  });

  it('some are at their six-month review, none later than it may be', () => {
    expect(lists.reviewDue.length).toBeGreaterThanOrEqual(2);
    for (const { status } of lists.reviewDue) expect(status.lateDays).toBeLessThanOrEqual(rules.reviewAfterDays);
  });

  it('care has ended in every way', () => {
    const codes = new Set(told.flatMap(({ row }) => row.children.map((child) => child.care?.exitCode)));
    for (const code of ['R1', 'R1b', 'R2', 'R3', 'R4', 'R5', 'R6']) expect(codes).toContain(code);
    expect(kinds('death')).toEqual(['dead']);
  });

  it('there are twins, preterms, orphans with a grandmother, and adolescent mothers', () => {
    for (const { row } of withSituation('twins')) expect(row.children).toHaveLength(2);
    for (const { timeline } of withSituation('preterm')) {
      for (const child of timeline.children) expect(child.gestationalAgeDays).toBeLessThan(259);
    }
    for (const { row, timeline } of withSituation('orphan')) {
      expect(row.caregiver).not.toBeNull();
      expect(timeline.history.some(({ entry }) => entry.answers['caregiver_relation'] === 'grandmother')).toBe(true);
    }
    const young = withSituation('adolescentMother').flatMap(({ timeline }) =>
      timeline.children.map(({ id }) => knownInputs(timeline, id, today, rules)['mother_age']),
    );
    expect(young.length).toBeGreaterThanOrEqual(3);
    for (const age of young) expect(age).toBeLessThan(18);
  });

  it('a mother is low, an infant falters, a family declined', () => {
    for (const { drafts } of withSituation('lowMood')) {
      expect(drafts.at(-1)?.findings).toMatchObject({ kept: { mh_result: 'positive' } });
    }
    for (const { drafts } of withSituation('faltering')) {
      const kept = drafts.at(-1)?.findings['kept'] as { readonly growth_class?: string } | undefined;
      expect(['poor', 'indepth', 'loss']).toContain(kept?.growth_class);
    }
    for (const child of children('declined')) expect(child.care).toBeNull();
    expect(withSituation('declined')[0]?.drafts.at(-1)?.answers['enrolment_decision']).toBe('declined');
  });

  it('one family was registered twice, and would be offered before a third time', () => {
    const [again] = withSituation('duplicate');
    if (again === undefined) throw new Error('no duplicate in the centre');
    const index = createFamilyIndex([...rows.values()].map(namesOf));
    expect(possibleDuplicates(index, namesOf(again.row))[0]?.strength).toBe('likely');
  });

  it('weights are those of growing infants: none beyond what is believable, none refused', () => {
    for (const { timeline } of told) {
      for (const { findings } of timeline.encounters) {
        const waz = (findings['kept'] as { readonly waz?: unknown } | undefined)?.waz;
        if (typeof waz === 'number') expect(Math.abs(waz)).toBeLessThan(6);
        expect(findings['refused'] ?? []).toEqual([]);
      }
    }
  });
});

type Told = {
  readonly id: string;
  readonly drafts: readonly SaveDraft[];
  readonly timeline: Timeline;
  readonly row: CareRow;
};

function tell(id: string, today: LocalDate): Told {
  const drafts = demonstrationEntries(
    familyId(id),
    centre.drafts.filter(({ family }) => family === id) as readonly DemonstrationDraft[],
    {
      protocol,
      usualAnswers,
      language: 'fr',
      place: { facility: facilityId('training-centre'), siteLevel: 'clinic', author: 'Awa', cadre: 'midwife' },
      today,
    },
  );
  let log: LogHead = emptyLog(deviceId('phone'));
  let clock: HybridClock = newClock;
  const entries = drafts.map((draft, index) => {
    const ticked = tick(clock, wallMs(today, index));
    clock = ticked.clock;
    const appended = appendEntry(log, {
      ...draft,
      id: entryId(`${id}-${index}`),
      author: 'awa',
      facility: facilityId('training-centre'),
      recordedAt: ticked.time,
    });
    // A draft that the record's form refuses could not be saved on a phone either.
    if (!appended.ok) throw new Error(JSON.stringify([id, draft.form, appended.error]));
    log = appended.value.log;
    return appended.value.entry;
  });
  const timeline = foldTimeline(familyId(id), entries);
  return { id, drafts, timeline, row: careRow(timeline, rules) };
}

/** The names of a family in the form in which the app's search indexes them. */
const namesOf = (row: CareRow): FamilyNames => ({
  family: row.family,
  motherName: row.mother.name,
  otherNames: row.children.flatMap(({ name }) => name ?? []),
  phones: row.phone === null ? [] : [row.phone],
  village: row.village,
  cardCode: row.cardCode,
  motherBirth: null,
  children: row.children.map(({ birthDate, sex }) => ({ on: birthDate, sex })),
});
