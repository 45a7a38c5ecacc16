import { localDate } from '@denba/quantities/local-date';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { savedIn, statusOn } from '../../test/save-drafts.ts';
import {
  exitEntries,
  type LeavingFamily,
  movedEntries,
  outcomes,
  refusalEntries,
  transferEntries,
} from './leave-entries.ts';
import { firstChosen, leavingFamily } from './leavers.ts';

/** A child who is enrolled, was expected on 2026-03-02 and did not come. */
const enrolled = family('keita')
  .mother()
  .bears({ on: '2026-01-05' })
  .assessed({ on: '2026-02-20', enrolment_decision: 'enrolled', next_due: '2026-03-02' });
const watched = family('diarra')
  .mother()
  .bears({ on: '2026-01-05' })
  .screened({ on: '2026-02-20', screen_result: 'positive' });
const on = localDate('2026-03-10');

const everybody = (life: FamilyLife): LeavingFamily => {
  const timeline = timelineOf(life);
  return leavingFamily(timeline, firstChosen(timeline, life.motherId, 'together'));
};

const ways = {
  'cared for elsewhere': (life: FamilyLife) =>
    transferEntries({ on, toFacility: 'CSCom de Kati', reason: '', noteGiven: null }, everybody(life), null),
  'does not wish to go on': (life: FamilyLife) =>
    refusalEntries({ on, reasons: ['distance'], note: '' }, everybody(life)),
  'moved away': (life: FamilyLife) => movedEntries({ on, toPlace: 'Ségou', note: '' }, everybody(life)),
  'the programme ends': (life: FamilyLife) =>
    exitEntries(
      { on, outcome: 'R4', proposed: 'R4', reason: '', reviewed: false, handedTo: '', advice: '' },
      life.id,
      life.childId(),
    ),
} as const;

describe.each(Object.entries(ways))('a family that leaves because: %s', (why, entries) => {
  const left = savedIn(enrolled, entries(enrolled));

  it('was looked for before, and is not any more', () => {
    expect(statusOn(enrolled, '2026-03-14').kind).toBe('missed');
    expect(statusOn(left, '2026-03-14')).toMatchObject({ kind: 'ended', tasks: [] });
    expect(statusOn(left, '2026-08-01').kind).toBe('ended');
  });

  it('has a reason to have left that the register counts', () => {
    const [episode] = timelineOf(left).episodes;
    const code = { 'cared for elsewhere': 'R3', 'the programme ends': 'R4' }[why] ?? 'R6';
    expect(episode).toMatchObject({ status: 'exited', outcome: { code, on } });
    expect(timelineOf(left).problems).toEqual([]);
  });

  it('is looked for again when the entry was a mistake', () => {
    const withdrawn = entries(enrolled).reduce(
      (life, _, index) => life.withdraws(`saved ${index}`, 'wrong family', { on: '2026-03-11' }),
      left,
    );
    expect(statusOn(withdrawn, '2026-03-14').kind).toBe('missed');
  });

  it('takes up the same stay when it comes back', () => {
    const back = left.returns('return', { on: '2026-04-01' });
    expect(timelineOf(back).episodes).toMatchObject([{ status: 'active', outcome: null }]);
  });
});

describe('a family that was screened and never enrolled', () => {
  it.each(Object.entries(ways).filter(([why]) => why !== 'the programme ends'))(
    'is not reminded after: %s',
    (_, entries) => {
      expect(statusOn(watched, '2026-03-14').kind).toBe('screened');
      const left = savedIn(watched, entries(watched));
      expect(statusOn(left, '2026-03-14').kind).not.toBe('screened');
      expect(timelineOf(left).problems).toEqual([]);
    },
  );
});

describe('twins', () => {
  const twins = family('traore')
    .mother()
    .bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' })
    .assessed({ on: '2026-02-20', child: 'traore-child-1', enrolment_decision: 'enrolled', next_due: '2026-03-02' })
    .assessed({ on: '2026-02-20', child: 'traore-child-2', enrolment_decision: 'enrolled', next_due: '2026-03-02' });
  const timeline = timelineOf(twins);
  const [first, second] = timeline.children.map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error('two children');

  it('leave together when the family does', () => {
    const left = savedIn(twins, movedEntries({ on, toPlace: '', note: '' }, everybody(twins)));
    expect([first, second].map((child) => statusOn(left, '2026-03-14', child).kind)).toEqual(['ended', 'ended']);
  });

  it('do not leave together when only one of them is transferred', () => {
    const one = leavingFamily(timeline, firstChosen(timeline, second, 'alone'));
    const left = savedIn(
      twins,
      transferEntries({ on, toFacility: 'CSCom', reason: '', noteGiven: true }, one, 'cscom-9'),
    );
    expect(timelineOf(left).history.at(-1)?.entry.answers).toMatchObject({
      ...{ transfer: 'permanent', to_facility: 'CSCom', to_facility_id: 'cscom-9' },
    });
    expect(statusOn(left, '2026-03-14', first).kind).toBe('missed');
    expect(statusOn(left, '2026-03-14', second).kind).toBe('ended');
  });
});

describe('an exit', () => {
  const exit = (over: Partial<Parameters<typeof exitEntries>[0]>) =>
    exitEntries(
      { on, outcome: 'R1', proposed: 'R1', reason: 'because', reviewed: true, handedTo: '', advice: '', ...over },
      enrolled.id,
      enrolled.childId(),
    )[0]?.answers;

  it('keeps what was proposed, and why another outcome was chosen', () => {
    expect(exit({ outcome: 'R2' })).toMatchObject({
      exit_code: 'R2',
      proposed_outcome: 'R1',
      outcome_reason: 'because',
    });
    expect(exit({ outcome: 'R1' })).not.toHaveProperty('outcome_reason');
  });

  it.each(outcomes)('with outcome %s is an entry that the record accepts', (outcome) => {
    expect(() =>
      savedIn(
        enrolled,
        exitEntries(
          { on, outcome, proposed: null, reason: '', reviewed: false, handedTo: '', advice: '' },
          enrolled.id,
          enrolled.childId(),
        ),
      ),
    ).not.toThrow();
  });
});
