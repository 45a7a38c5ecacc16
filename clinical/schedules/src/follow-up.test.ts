import { addDays, type LocalDate, localDate } from '@denba/quantities/local-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Episode, FollowUpRules, Tracing } from './episode.ts';
import { type FollowUp, followUp } from './follow-up.ts';

const rules: FollowUpRules = {
  missedAfterDays: 7,
  missedAfterDaysShort: 3,
  shortIntervalDays: 7,
  rebookAfterDays: 7,
  resumeAfterDays: 7,
  defaultMisses: 2,
  noContactDays: 28,
  traceWithinDays: 3,
  homeVisitMisses: 2,
};

/** Days are numbers counted from enrolment, day 0 = 2026-01-01. Six months of age is day 150. */
const day = (number: number): LocalDate => addDays(localDate('2026-01-01'), number);

const episode = (rest: Partial<Episode> = {}): Episode => ({
  visits: [{ on: day(0), next: day(14) }],
  tracings: [],
  hospitalStays: [],
  until: day(150),
  exitedOn: null,
  ...rest,
});

const visits = (...days: readonly (readonly [on: number, next: number | null])[]): Pick<Episode, 'visits'> => ({
  visits: days.map(([on, next]) => ({ on: day(on), next: next === null ? null : day(next) })),
});

const traced = (on: number, by: Tracing['by'] = 'call', reached: boolean | null = false): Tracing => ({
  on: day(on),
  by,
  reached,
});

const at = (number: number, about: Episode): FollowUp => followUp(about, rules, day(number));

describe('a visit agreed for day 14', () => {
  it('is awaited for seven days after', () => {
    expect(at(14, episode())).toMatchObject({ status: 'active', expectedOn: day(14), missed: [], tasks: [] });
    expect(at(21, episode())).toMatchObject({ status: 'active', missed: [] });
  });

  it('is missed on day 22, and the next one is expected on day 28', () => {
    expect(at(22, episode())).toMatchObject({
      status: 'missed',
      expectedOn: day(28),
      missed: [{ due: day(14), missedOn: day(22) }],
    });
  });

  it('held on day 21 was not missed', () => {
    const seen = episode(visits([0, 14], [21, 35]));
    expect(at(40, seen)).toMatchObject({ status: 'active', expectedOn: day(35), missed: [] });
  });
});

describe('a weekly visit', () => {
  const weekly = episode(visits([0, 7]));

  it('is missed after three days', () => {
    expect(at(10, weekly).status).toBe('active');
    expect(at(11, weekly)).toMatchObject({ status: 'missed', missed: [{ due: day(7), missedOn: day(11) }] });
  });

  it('in two days, missed, is expected again a week later and not two days later', () => {
    expect(at(12, episode(visits([0, 2])))).toMatchObject({ missed: [{ due: day(2) }], expectedOn: day(9) });
  });
});

describe('tracing', () => {
  it('asks for a call or a visit within three days of a missed visit', () => {
    expect(at(24, episode()).tasks).toEqual([
      { kind: 'contact', raisedOn: day(22), dueBy: day(25), doneOn: null, lateDays: 0 },
    ]);
    expect(at(27, episode()).tasks[0]?.lateDays).toBe(2);
  });

  it('asks for a home visit after two in a row; a call does not do for it', () => {
    const called = episode({ tracings: [traced(23, 'call'), traced(37, 'call')] });
    expect(at(38, called).tasks).toEqual([
      { kind: 'contact', raisedOn: day(22), dueBy: day(25), doneOn: day(23), lateDays: 0 },
      { kind: 'homeVisit', raisedOn: day(36), dueBy: day(39), doneOn: null, lateDays: 0 },
    ]);
    const visited = episode({ tracings: [traced(40, 'visit')] });
    expect(at(41, visited).tasks.map(({ doneOn, lateDays }) => [doneOn, lateDays])).toEqual([
      [day(40), 15],
      [day(40), 1],
    ]);
  });

  it('is not done by an attempt made before the visit was missed', () => {
    expect(at(23, episode({ tracings: [traced(20)] })).tasks).toMatchObject([{ kind: 'contact', doneOn: null }]);
  });

  it('asks for nothing more once the family has come', () => {
    expect(at(25, episode(visits([0, 14], [24, 38]))).tasks).toEqual([]);
  });
});

describe('a family is lost to follow-up', () => {
  it('when two visits in a row were missed and somebody has looked for it', () => {
    const looked = episode({ tracings: [traced(24)] });
    expect(at(35, looked).status).toBe('missed');
    expect(at(36, looked)).toMatchObject({ status: 'defaulted', defaultedOn: day(36) });
  });

  it('on the day of the tracing when that came after the second missed visit', () => {
    expect(at(40, episode({ tracings: [traced(39)] }))).toMatchObject({ defaultedOn: day(39) });
  });

  it('not by missed visits alone while nobody has looked, until 28 days without contact', () => {
    expect(at(41, episode()).status).toBe('missed');
    expect(at(42, episode())).toMatchObject({ status: 'defaulted', defaultedOn: day(42) });
  });

  it('not by an attempt made before a visit was due', () => {
    expect(at(41, episode({ tracings: [traced(10)] })).status).toBe('missed');
  });

  it('on the same day still when it is reached later: a contact by tracing is not a visit', () => {
    const late = episode({ tracings: [traced(50, 'visit', true)] });
    expect(at(51, { ...late, ...visits([0, 28]) })).toMatchObject({ status: 'missed', defaultedOn: null });
    const after = { ...late, ...visits([0, null]) };
    expect(at(51, after)).toMatchObject({ status: 'defaulted', defaultedOn: day(28) });
  });

  it('28 days after a tracing that reached it, if it did not come', () => {
    const reached = episode({ ...visits([0, 28]), tracings: [traced(37, 'call', true)] });
    expect(at(56, reached).status).toBe('missed');
    expect(at(64, reached)).toMatchObject({ status: 'defaulted', defaultedOn: day(64) });
  });

  it('28 days after the last visit when no date was agreed', () => {
    const noDate = episode(visits([0, null]));
    expect(at(27, noDate)).toMatchObject({ status: 'active', expectedOn: null });
    expect(at(28, noDate)).toMatchObject({ status: 'defaulted', defaultedOn: day(28) });
  });

  it('not on the day of a monthly visit', () => {
    expect(at(28, episode(visits([0, 28]))).status).toBe('active');
  });

  it('by other numbers when the protocol says so', () => {
    const three = { ...rules, defaultMisses: 3, noContactDays: 90 };
    const looked = episode({ tracings: [traced(24)] });
    expect(followUp(looked, three, day(49)).status).toBe('missed');
    expect(followUp(looked, three, day(50)).defaultedOn).toBe(day(50));
  });

  it('not from six months on: the review is due instead', () => {
    const late = episode(visits([0, 14], [120, 140]));
    expect(at(149, late).status).toBe('missed');
    expect(at(150, late)).toMatchObject({ status: 'reviewDue', defaultedOn: null });
    expect(at(200, late)).toMatchObject({ status: 'reviewDue', defaultedOn: null });
  });
});

describe('a family that comes back', () => {
  it('before six months is a return, and its follow-up goes on from there', () => {
    const back = episode(visits([0, 14], [60, 67]));
    expect(at(61, back)).toMatchObject({
      status: 'active',
      expectedOn: day(67),
      defaultedOn: null,
      returns: [{ on: day(60), defaultedOn: day(42) }],
    });
  });

  it('after six months comes for the review', () => {
    expect(at(160, episode(visits([0, 14], [155, null]))).returns).toEqual([]);
  });

  it('may come back twice', () => {
    const twice = episode(visits([0, 14], [50, 57], [100, 107]));
    expect(at(101, twice).returns).toEqual([
      { on: day(50), defaultedOn: day(42) },
      { on: day(100), defaultedOn: day(85) },
    ]);
  });

  it('on the very day on which it would have been lost is not lost', () => {
    expect(at(42, episode(visits([0, 14], [42, 56])))).toMatchObject({ status: 'active', returns: [] });
    expect(at(43, episode(visits([0, 14], [43, 57]))).returns).toHaveLength(1);
  });

  it('after one missed visit was never lost', () => {
    expect(at(31, episode(visits([0, 14], [30, 44])))).toMatchObject({ status: 'active', returns: [] });
  });
});

describe('an infant in hospital', () => {
  const admitted = episode({ hospitalStays: [{ from: day(10), to: null }] });

  it('misses no visit', () => {
    expect(at(60, admitted)).toMatchObject({ status: 'inHospital', missed: [], tasks: [], defaultedOn: null });
  });

  it('is expected a week after the discharge', () => {
    const discharged = episode({ hospitalStays: [{ from: day(10), to: day(40) }] });
    expect(at(41, discharged)).toMatchObject({ status: 'active', expectedOn: day(47) });
    expect(at(51, discharged)).toMatchObject({ status: 'missed', missed: [{ due: day(47) }] });
  });

  it('is expected on the date agreed at discharge when there is one', () => {
    const agreed = episode({ ...visits([0, 14], [40, 54]), hospitalStays: [{ from: day(10), to: day(40) }] });
    expect(at(41, agreed)).toMatchObject({ expectedOn: day(54) });
  });

  it('is still missed before the admission', () => {
    const late = episode({ ...visits([0, 7]), hospitalStays: [{ from: day(12), to: day(20) }] });
    expect(at(11, late).status).toBe('missed');
    expect(at(13, late).status).toBe('inHospital');
  });
});

describe('an episode', () => {
  it('that has ended asks for nobody', () => {
    const ended = episode({ exitedOn: day(30) });
    expect(at(29, ended).status).toBe('missed');
    expect(at(30, ended)).toMatchObject({ status: 'ended', tasks: [], defaultedOn: null });
  });

  it('without a visit has not begun', () => {
    expect(at(5, episode({ visits: [] })).status).toBe('notEnrolled');
  });

  it('reads no visit that is still to come', () => {
    expect(at(22, episode(visits([0, 14], [23, 37]))).status).toBe('missed');
  });
});

describe('whatever the family’s calendar', () => {
  const number = fc.integer({ min: 0, max: 200 });
  const visit = fc.record({ on: number, next: fc.option(fc.integer({ min: 1, max: 40 })) });
  const anyEpisode = fc
    .record({
      visits: fc.array(visit, { maxLength: 8 }),
      tracings: fc.array(
        fc.record({ on: number, by: fc.constantFrom('call', 'visit'), reached: fc.option(fc.boolean()) }),
        {
          maxLength: 5,
        },
      ),
    })
    .map(
      (raw): Episode =>
        episode({
          visits: raw.visits.map(({ on, next }) => ({ on: day(on), next: next === null ? null : day(on + next) })),
          tracings: raw.tracings.map(
            (tracing): Tracing => ({ ...tracing, by: tracing.by === 'call' ? 'call' : 'visit', on: day(tracing.on) }),
          ),
        }),
    );

  it('the order in which visits and tracings were entered changes nothing', () => {
    fc.assert(
      fc.property(anyEpisode, number, (any, today) => {
        const reversed = { ...any, visits: [...any.visits].reverse(), tracings: [...any.tracings].reverse() };
        expect(at(today, reversed)).toEqual(at(today, any));
      }),
    );
  });

  it('a family is lost after its last visit, before six months, and never in the future', () => {
    fc.assert(
      fc.property(anyEpisode, number, (any, today) => {
        const { defaultedOn } = at(today, any);
        if (defaultedOn === null) return;
        expect(defaultedOn < any.until && defaultedOn <= day(today)).toBe(true);
        const last = any.visits
          .map(({ on }) => on)
          .filter((on) => on <= day(today))
          .sort()
          .at(-1);
        expect(last !== undefined && defaultedOn > last).toBe(true);
      }),
    );
  });

  it('a family seen today has missed nothing since', () => {
    fc.assert(
      fc.property(anyEpisode, number, (any, today) => {
        const seen = { ...any, visits: [...any.visits, { on: day(today), next: day(today + 14) }] };
        expect(at(today, seen)).toMatchObject({ missed: [], tasks: [], defaultedOn: null });
      }),
    );
  });

  it('what was said on a day stays true when more days pass: a return names the day the family was lost', () => {
    fc.assert(
      fc.property(anyEpisode, number, (any, today) => {
        for (const { on, defaultedOn } of at(today, any).returns) {
          expect(followUp(any, rules, addDays(on, -1))).toMatchObject({ status: 'defaulted', defaultedOn });
        }
      }),
    );
  });
});
