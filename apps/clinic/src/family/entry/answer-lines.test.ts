import { describe, expect, it } from 'vitest';
import { runningMami } from '../../../test/running-mami.ts';
import { answerLines } from './answer-lines.ts';

const lines = (answers: Parameters<typeof answerLines>[0], language: 'fr' | 'en' = 'fr') =>
  answerLines(answers, runningMami.styles, language, (name, code) => (name === 'birth_outcome' ? `<${code}>` : null));

describe('answers as one reads them', () => {
  it('have the words of the question and of the answer, with units', () => {
    expect(lines({ weight_g: 3210, bf_status: 'exclusive', temp_c: 36.8, f1: true })).toEqual([
      { name: 'weight_g', label: expect.stringContaining('Poids'), value: '3210\u00a0g' },
      { name: 'bf_status', label: expect.any(String), value: expect.not.stringContaining('exclusive') },
      { name: 'temp_c', label: expect.any(String), value: expect.stringContaining('36,8') },
      { name: 'f1', label: expect.any(String), value: 'oui' },
    ]);
    expect(lines({ weight_g: 3210 }, 'en')[0]?.value).toBe('3210\u00a0g');
  });

  it('write days in words', () => {
    expect(lines({ next_due: '2026-03-01' })[0]?.value).toBe('1er mars 2026');
  });

  it('say gestation in weeks and days, whatever the record counts', () => {
    const said = lines({ gestational_age_days: 230, gestational_age_to: 'day' });
    expect(said.map(({ name, value }) => [name, value])).toEqual([
      ['ga_weeks', '32\u00a0semaines'],
      ['ga_days', '6\u00a0jours'],
    ]);
    expect(lines({ gestational_age_days: 224, gestational_age_to: 'week' }).map(({ name }) => name)).toEqual([
      'ga_weeks',
    ]);
  });

  it('leave out what is inside the record, and records within an answer', () => {
    expect(
      lines({
        ...{ mother: 'm-1', swept: ['danger'], confirmed: { weight_g: ['unusual'] }, weight_g_readings: [1, 2] },
        ...{ set_aside: { f9: 'x' }, care_given: [{ action: 'glucose', given: true }], referral: { version: 1 } },
      }),
    ).toEqual([]);
  });

  it('take words of the record where the protocol has none, and the name where nobody has any', () => {
    expect(lines({ birth_outcome: 'live', beans: 'green' })).toEqual([
      { name: 'birth_outcome', label: null, value: '<live>' },
      { name: 'beans', label: null, value: 'green' },
    ]);
  });

  it('list several answers', () => {
    const [line] = lines({ agreed_actions: ['feeding', 'hygiene'] });
    expect(line?.value.split(', ').length).toBe(2);
    expect(line?.value).not.toContain('feeding');
  });
});
