import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { expect, it } from 'vitest';
import { classIsOutdated } from './class-outdated.ts';

const findings = { pairClass: 'moderate' };
const keita = family('keita')
  .mother()
  .bears({ on: '2026-01-05', as: 'birth' })
  .assessed({ on: '2026-01-15', weight_g: 2600, findings, as: 'assessment' })
  .visit({ on: '2026-01-22', weight_g: 2700, findings, as: 'visit' });

const outdated = (life: FamilyLife): boolean => classIsOutdated(timelineOf(life), life.childId());
const on = '2026-01-23';

it('a class is outdated once the birth or an earlier weight was corrected, until the child is seen again', () => {
  expect(outdated(keita)).toBe(false);
  const born = keita.corrects('birth', {}, 'card found', { on, occurred_on: '2025-11-05', set: null, as: 'other day' });
  expect(outdated(born)).toBe(true);
  expect(outdated(keita.corrects('birth', { sex: 'M' }, 'typed wrongly', { on }))).toBe(true);
  expect(outdated(keita.corrects('assessment', { weight_g: 2060 }, 'digits swapped', { on }))).toBe(true);
  expect(outdated(born.visit({ on: '2026-01-29', findings }))).toBe(false);
  expect(outdated(born.withdraws('other day', 'it was right', { on: '2026-01-24' }))).toBe(false);
});

it('and is not by a correction that concludes anew, or on which nothing was concluded', () => {
  expect(outdated(keita.corrects('visit', { weight_g: 2710 }, 'digits swapped', { on }))).toBe(false);
  expect(outdated(keita.corrects('birth', { infant_name: 'Awa' }, 'misheard', { on }))).toBe(false);
  expect(outdated(keita.corrects('assessment', { next_due: '2026-01-20' }, 'misheard', { on }))).toBe(false);
});
