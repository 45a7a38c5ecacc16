import { expect, it } from 'vitest';
import type { PortalVisit } from '../portal-visit.ts';
import { wordsIn } from '../words/words.ts';
import { besidePage } from './beside-page.ts';
import type { ReplayResult } from './draft-view.ts';

const visit = { ...wordsIn('fr'), name: 'Awa', query: new Map() } as unknown as PortalVisit;
const counts = (classes: Readonly<Record<string, number>>) => ({
  classes,
  enrolled: 0,
  referred: 0,
  visits: 0,
  caught: null,
});
const result = (draft: Readonly<Record<string, number>>) =>
  ({
    ...{ assessments: 100, months: [], calendar: null, infants: [] },
    ...{ base: counts({ high: 3, moderate: 20, low: 77 }), draft: counts(draft) },
  }) as unknown as ReplayResult;
const drafts = [
  { id: 'a', title: { fr: 'Un', en: 'One' }, result: result({ high: 3, moderate: 40, low: 57 }) },
  { id: 'b', title: { fr: 'Autre', en: 'Other' }, result: result({ high: 3, moderate: 60, low: 37 }) },
] as const;
const costs = { visit: 0, enrolment: 0, referral: 0 };
const page = (open: boolean, isSame = true): string =>
  besidePage(visit, { drafts, costs, open, isSame })
    .text.replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

it('of classes that add up to a number that is shown none is hidden alone', () => {
  expect(page(true)).toContain('Risque élevé 3 3 3');
  expect(page(false)).toContain('Risque élevé non montré non montré non montré');
  expect(page(false)).toContain('Risque modéré non montré non montré non montré');
  expect(page(false)).toContain('77 57 37');
});

it('two drafts that were not replayed over the same entries are said not to compare', () => {
  expect(page(true)).not.toContain('rejouez le plus ancien');
  expect(page(true, false)).toContain('rejouez le plus ancien');
});
