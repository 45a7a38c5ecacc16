import { careRow } from '@denba/protocols/care/lists/care-row';
import { openRegistration } from '@denba/protocols/care/registration/open-registration';
import { localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { answer, openForm } from '@denba/questionnaires/fill-form';
import { personId } from '@denba/records/ids';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { atClinic, mami, mamiEngine, mamiRules } from '../../../../clinical/protocols/test/mami.ts';
import { savedIn } from '../../test/save-drafts.ts';
import { birthDrafts, newFamilyDrafts } from './registration-drafts.ts';

const on = localDate('2026-03-20');
const values = (answers: Readonly<Record<string, Input>>) => {
  const opening = openRegistration(mami, on, atClinic);
  return Object.entries(answers).reduce(
    (filling, [path, input]) => answer(filling, path, input),
    openForm(mamiEngine('registration').form, opening.circumstances, opening.answers),
  ).view.values;
};
const counter = () => {
  let count = 0;
  return () => `id-${++count}`;
};
const twins: Readonly<Record<string, Input>> = {
  consent: true,
  mother_name: 'Awa Keita',
  mother_age: 19,
  mother_status: 'present',
  village: 'Kabé',
  multiple_birth: 'twins',
  infants_alive: 2,
  gestation_category: 'preterm',
  'infants[1].sex': 'F',
  'infants[1].birth_date': '2026-03-01',
  'infants[2].sex': 'M',
  'infants[2].birth_date': '2026-03-01',
};

describe('what a registration saves', () => {
  it('is one family with names of its own, and every person with another', () => {
    const { family: id, drafts } = newFamilyDrafts(values(twins), on, counter());
    expect(new Set(drafts.map((draft) => draft.family))).toEqual(new Set([id]));
    const persons = drafts.filter(({ form }) => form.startsWith('birth@')).map(({ subject }) => subject);
    expect(new Set([id, ...persons]).size).toBe(3);
    const row = careRow(timelineOf(savedIn(family('keita', { on }), drafts)), mamiRules);
    expect(row).toMatchObject({ mother: { name: 'Awa Keita' }, village: 'Kabé', problems: 0 });
    expect(row.children.map(({ sex }) => sex).sort()).toEqual(['F', 'M']);
  });

  it('is nothing but the refusal when the family says no', () => {
    const { drafts } = newFamilyDrafts(values({ ...twins, consent: false }), on, counter());
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ subject: null, answers: { consent_decision: 'refused' } });
    expect(JSON.stringify(drafts)).not.toMatch(/Keita|Kabé/);
  });

  it('is only the births in a family that is here, of the mother who is here', () => {
    const life = family('keita').mother({ mother_name: 'Awa Keita' }).bears({ on: '2024-01-05' });
    const drafts = birthDrafts(values(twins), life.id, life.motherId, on, counter());
    expect(drafts.map(({ form, family: id }) => [form.split('@')[0], id])).toEqual([
      ['birth', 'keita'],
      ['birth', 'keita'],
    ]);
    const row = careRow(timelineOf(savedIn(life, drafts, '2026-03-20')), mamiRules);
    expect(row.children).toHaveLength(3);
    expect(row.mother).toMatchObject({ id: life.motherId, name: 'Awa Keita' });
  });

  it('names somebody new when the mother is not known', () => {
    const [first] = birthDrafts(values(twins), family('keita').id, null, on, counter());
    expect(first?.answers['mother']).toBe(personId('id-1'));
  });
});
