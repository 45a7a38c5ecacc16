import { describe, expect, it } from 'vitest';
import { zOfCentile } from '../normal-distribution.ts';
import { newbornValueAt } from './newborn-size.ts';
import { sizeForGestation } from './size-for-gestation.ts';
import { newbornWeight } from './weight-for-gestation.ts';

describe('size for gestational age', () => {
  it.each([
    [230, 'SGA', 7.2],
    [231, 'AGA', 10.5],
    [232, 'SGA', 8.9],
  ])('of a boy of 1.45 kg at %i days is %s (centile %f)', (gestationalAgeDays, size, centile) => {
    const answer = sizeForGestation({ sex: 'M', gestationalAgeDays, weightKg: 1.45 });
    expect(answer).toMatchObject({ kind: 'classified', size });
    expect(answer.kind === 'classified' && answer.centile).toBeCloseTo(centile, 1);
  });

  it('turns exactly at the 3rd, 10th and 90th centile: the 10th and 90th themselves are appropriate', () => {
    const at = (centile: number) => {
      const weight = newbornValueAt(newbornWeight, 'F', 275, zOfCentile(centile));
      if (weight.kind !== 'value') throw new Error('no weight');
      const answer = sizeForGestation({ sex: 'F', gestationalAgeDays: 275, weightKg: weight.value });
      return answer.kind === 'classified' ? `${answer.size}${answer.severe ? ' severe' : ''}` : answer.kind;
    };
    const near = 1e-7;
    expect([at(3 - near), at(3 + near), at(10 - near), at(10 + near), at(90 - near), at(90 + near)]).toEqual([
      'SGA severe',
      'SGA',
      'SGA',
      'AGA',
      'AGA',
      'LGA',
    ]);
  });

  it('names the six types of newborn, preterm under 259 days', () => {
    const type = (gestationalAgeDays: number, weightKg: number) => {
      const answer = sizeForGestation({ sex: 'M', gestationalAgeDays, weightKg });
      return answer.kind === 'classified' ? answer.type : answer.kind;
    };
    expect([type(258, 2), type(258, 2.7), type(258, 3.9)]).toEqual(['preterm-SGA', 'preterm-AGA', 'preterm-LGA']);
    expect([type(259, 2), type(259, 2.7), type(259, 3.9)]).toEqual(['term-SGA', 'term-AGA', 'term-LGA']);
  });

  it('passes on why there is none', () => {
    expect(sizeForGestation({ sex: null, gestationalAgeDays: 280, weightKg: 3 })).toEqual({
      kind: 'missing',
      what: 'sex',
    });
    expect(sizeForGestation({ sex: 'M', gestationalAgeDays: 132, weightKg: 2.3 }).kind).toBe('outOfRange');
  });
});
