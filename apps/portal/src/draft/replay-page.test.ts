import { html } from '@denba/kit/html/html';
import { expect, it } from 'vitest';
import type { PortalVisit } from '../portal-visit.ts';
import { wordsIn } from '../words/words.ts';
import type { ReplayResult } from './draft-view.ts';
import { type ReplayPage, replayPage } from './replay-page.ts';

const counts = { classes: { low: 10 }, enrolled: 4, referred: 2, visits: 30 };
const result = {
  ...{ assessments: 10, calendar: null, infants: [] },
  ...{ base: { ...counts, caught: null }, draft: { ...counts, caught: null } },
  months: [{ month: '2026-03', place: 'siby', assessments: 10, base: counts, draft: counts }],
} as unknown as ReplayResult;
const page = (by: string, mayOpen = true): string => {
  const visit = { ...wordsIn('fr'), name: 'Awa', query: new Map([['by', by]]) } as unknown as PortalVisit;
  const shown: ReplayPage = {
    ...{ draft: { id: 'a', title: { fr: 'Un', en: 'One' } }, replay: { kind: 'done', result, seconds: 1 } },
    ...{ centres: 1, costs: { visit: 12.5, enrolment: 0, referral: 7 }, mayOpenInfants: true },
    ...{ others: [{ id: 'b', title: { fr: 'Autre', en: 'Other' } }], placeName: (id) => id, mayOpen: () => mayOpen },
  };
  return html`${replayPage(visit, shown)}`.text;
};

it('unit costs go along to the other draft beside this one, and to centres by month; these go along with other costs', () => {
  const beside = page('').slice(page('').indexOf('/beside"')).split('</form>')[0] ?? '';
  expect(beside).toContain('<input type="hidden" name="visit" value="12.5">');
  expect(beside).toContain('<input type="hidden" name="referral" value="7">');
  expect(beside).not.toContain('name="enrolment"');
  expect(page('')).toMatch(/href="\?by=both&[^"]*visit=12\.5&[^"]*referral=7"/);
  expect(page('both')).toContain('<input type="hidden" name="by" value="both">');
});

it('centres by month are for readers of the register: of others a hidden number is the centre less its other months', () => {
  expect(page('both')).toContain('id="by-both"');
  expect(page('both', false)).not.toContain('id="by-both"');
  expect(page('', false)).not.toContain('by=both');
});
