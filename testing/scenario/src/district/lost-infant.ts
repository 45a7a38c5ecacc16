/** An infant who did not come: traced or not, found or not; comes back, moves away, or is lost. */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { die } from './end-of-life.ts';
import { type DistrictInfant, type FamilyMeans, note } from './family-means.ts';

/** `expected` is called when the family is expected again on a day, with the number of visits missed in a row. */
export const lookFor = (
  means: FamilyMeans,
  infant: DistrictInfant,
  due: LocalDate,
  missed: number,
  expected: (day: LocalDate, missed: number) => void,
  comesBack: (means: FamilyMeans, infant: DistrictInfant, on: LocalDate) => void,
): void => {
  const { random, centre, story } = means;
  if (missed >= 3) {
    const day = addDays(due, 30 + random.whole(25));
    story.later(day, () => {
      if (infant.gone) return;
      if (random.chance(0.35)) comesBack(means, infant, day);
      else if (random.chance(0.75)) leave(means, infant, day, 'R4');
    });
    return;
  }
  if (!random.chance(centre.traced)) {
    const day = addDays(due, random.chance(0.5) ? 8 + random.whole(10) : 28);
    story.later(day, () => {
      if (!infant.gone) expected(day, missed);
    });
    return;
  }
  const day = addDays(due, 4 + random.whole(7));
  story.later(day, () => {
    if (infant.gone) return;
    const result = foundOf(random.next());
    const back = addDays(day, 2 + random.whole(4));
    const answers = { tracing_result: result, tracing_by: missed > 1 ? 'visit' : random.pick(['call', 'visit']) };
    note(means, 'tracing', {
      ...{ subject: infant.id, on: day },
      answers: { ...answers, ...(result === 'found' ? { next_due: back } : {}) },
    });
    if (result === 'found') expected(back, missed);
    else if (result === 'not_found') expected(addDays(due, 28), missed);
    else if (result === 'moved') leave(means, infant, day, random.pick(['R3', 'R6']));
    else if (result === 'dead') die(means, infant, addDays(due, 1), 'home');
    else {
      note(means, 'refusal', { subject: infant.id, on: day, answers: { refused: 'follow_up' } });
      leave(means, infant, day, 'R6', 'withdrew');
    }
  });
};

const foundOf = (drawn: number): string => {
  if (drawn < 0.74) return 'found';
  if (drawn < 0.9) return 'not_found';
  if (drawn < 0.95) return 'moved';
  return drawn < 0.98 ? 'refused' : 'dead';
};

/** Leaves care before six months: to another centre (R3), by default (R4), for another reason (R6). */
export const leave = (
  means: FamilyMeans,
  infant: DistrictInfant,
  on: LocalDate,
  code: 'R3' | 'R4' | 'R6',
  why: string = { R3: 'transferred', R4: 'default', R6: 'moved' }[code],
): void => {
  means.story.later(on, () => {
    if (infant.gone || !infant.inCare) return;
    infant.gone = true;
    infant.inCare = false;
    if (code === 'R3') {
      const answers = { transfer: 'permanent', transfer_reason: 'La famille déménage.' };
      note(means, 'transfer', { subject: infant.id, on, answers });
    }
    const answers = { exit_code: code, exit_why: why, reviewed: false };
    note(means, 'mami-exit', { subject: infant.id, on, answers });
  });
};
