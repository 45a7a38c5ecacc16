import { careRow } from '@denba/protocols/care/lists/care-row';
import { namesOfRow } from '@denba/protocols/care/lists/names-of-row';
import { localDate } from '@denba/quantities/local-date';
import { createFamilyIndex } from '@denba/records/find-family/family-index';
import { search } from '@denba/records/find-family/search';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { expect, it } from 'vitest';
import { mamiRules } from '../../../../clinical/protocols/test/mami.ts';
import { whyFound } from './why-found.ts';

const row = careRow(
  timelineOf(
    family('traore')
      .mother({
        mother_name: 'Fatoumata Traoré',
        father_name: 'Issa Koné',
        phone: '76 12 34 56',
        village: 'Kabé',
        card_code: 'SB-0412',
      })
      .bears({ on: '2026-01-05', infant_name: 'Oumar' })
      .assessed({ on: '2026-01-15', enrolment_decision: 'enrolled' }),
  ),
  mamiRules,
);
const index = createFamilyIndex([namesOfRow(row)]);
const why = (typed: string) => {
  const { hits } = search(index, typed, { today: localDate('2026-02-01') });
  const hit = hits[0];
  if (hit === undefined) throw new Error(`nothing found for ${typed}`);
  return whyFound(hit, row);
};

it('says why when the row does not show it: another name, a telephone, a card, a number of the register', () => {
  expect(why('issa')).toEqual({ says: 'name', part: 'Issa' });
  expect(why('oumar')).toEqual({ says: 'name', part: 'Oumar' });
  expect(why('3456')).toEqual({ says: 'phone', part: '76 12 34 56' });
  expect(why('sb 0412')).toEqual({ says: 'card', part: 'SB-0412' });
  const number = row.children[0]?.care?.number ?? '';
  expect(number).toMatch(/^2026-/);
  expect(why(number)).toEqual({ says: 'register', part: number });
});

it('says nothing where the mother’s name or the village speaks for itself, however it was spelt', () => {
  expect(why('fatumata')).toBeNull();
  expect(why('traore')).toBeNull();
  expect(why('kabe')).toBeNull();
});
