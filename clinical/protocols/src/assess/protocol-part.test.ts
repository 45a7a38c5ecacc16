import { describe, expect, it } from 'vitest';
import { mami, mamiAssessor } from '../../test/mami.ts';
import { createAssessor } from './create-assessor.ts';
import { protocolPart } from './protocol-part.ts';

const names = ['waz', 'wlz', 'ig_waz', 'growth_class', 'measurement_checks'];

const infant = {
  sex: 'F',
  birth_date: '2026-01-05',
  ga_weeks: 33,
  birth_weight_g: 1800,
  visit_date: '2026-02-10',
  weight_g: 2500,
  weight_2_g: 2560,
  length_cm: 46,
  oedema: 'none',
  previous: [{ visit_date: '2026-01-20', weight_g: 1900, length_cm: 44 }],
};

describe('a part of a protocol', () => {
  const part = protocolPart(mami, names);
  const some = createAssessor(part);

  it.each([2000, 2500, 2960])('concludes what the whole concludes (%i g)', (weight_g) => {
    const [whole, less] = [mamiAssessor.assess({ ...infant, weight_g }), some.assess({ ...infant, weight_g })];
    for (const name of names) expect([name, less.value(name)]).toEqual([name, whole.value(name)]);
  });

  it('says it in the same sentences', () => {
    const told = (assessment: ReturnType<typeof some.assess>) =>
      assessment.trace.filter(({ table }) => table === 'growth_conclusion').map(({ reason }) => reason);
    for (const weight_g of [2000, 2500, 2960]) {
      const sentence = told(mamiAssessor.assess({ ...infant, weight_g }));
      expect(sentence.length).toBe(1);
      expect(told(some.assess({ ...infant, weight_g }))).toEqual(sentence);
    }
  });

  it('runs only what these values rest on', () => {
    expect(part.derived.length).toBeLessThan(mami.derived.length / 2);
    expect(part.tables.map(({ name }) => name).sort()).toEqual([
      'growth_conclusion',
      'growth_signs',
      'measurement_checks',
    ]);
  });
});
