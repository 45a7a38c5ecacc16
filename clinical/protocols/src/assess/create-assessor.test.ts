import { dateValue } from '@denba/decisions/value';
import { localDate } from '@denba/quantities/local-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { exampleProtocol, withSlip } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { createAssessor } from './create-assessor.ts';

const compile = (files = exampleProtocol()) => compileProtocol(readProtocol(files).source).compiled;
const { assess, reassess } = createAssessor(compile());
const well = { sex: 'F', birth_date: '2026-01-30', visit_date: '2026-03-01', weight_g: 3000, oedema: 'none' };

describe('an assessment', () => {
  it('gives every value by its name, dates as days', () => {
    const { values } = assess(well);
    expect(values).toMatchObject({ age_days: 30, pair_class: 'low', birth_date: dateValue(localDate('2026-01-30')) });
  });

  it('explains each rule with the values it read, its source and its status', () => {
    const { trace } = assess({ ...well, weight_g: 2400 });
    expect(trace[0]).toEqual({
      table: 'findings',
      row: 'EX.DT.01.02',
      reason: {
        fr: 'Poids 2400\u00a0g, sous le seuil de 2500 g.',
        en: 'Weight 2400\u00a0g, below the cut-off of 2500 g.',
      },
      values: { weight_g: 2400, 'p.low_weight_g': 2500 },
      source: 'BOOK',
      status: 'sourced',
    });
  });

  it('counts a rule as awaiting approval as soon as its cut-off does', () => {
    const files = withSlip('parameters.csv', 'sourced,BOOK,Poids', 'default,BOOK,Poids');
    const { trace } = createAssessor(compile(files)).assess({ ...well, weight_g: 2400 });
    expect(trace.map(({ row, status }) => [row, status])).toEqual([
      ['EX.DT.01.02', 'default'],
      ['EX.DT.02.02', 'sourced'],
    ]);
  });

  it('names the country’s decision, not the document, once the cut-off is the country’s', () => {
    const files = withSlip('parameters.csv', 'sourced,BOOK,Poids', 'national,CIRCULAR,Poids');
    const { trace } = createAssessor(compile(files)).assess({ ...well, weight_g: 2400 });
    expect(trace.map(({ row, status, source }) => [row, status, source])).toEqual([
      ['EX.DT.01.02', 'national', 'CIRCULAR'],
      ['EX.DT.02.02', 'sourced', 'BOOK'],
    ]);
  });

  it('keeps "not looked for" apart from "not recorded", and takes both for unknown', () => {
    const notLooked = assess({ ...well, oedema: 'not_assessed' });
    const blank = assess({ ...well, oedema: null });
    expect([notLooked.notAssessed, blank.notAssessed]).toEqual([['oedema'], []]);
    for (const { values, missing } of [notLooked, blank]) {
      expect(values['pair_class']).toBe('incomplete');
      expect(missing).toEqual(['oedema']);
    }
  });

  it('takes a list that says "unsure" for unknown', () => {
    const { values, notAssessed } = assess({ ...well, signs: ['cough', 'unsure'] });
    expect([values['signs'], notAssessed]).toEqual([null, ['signs']]);
  });

  it.each([
    ['weight_g', 33_000, 'outOfRange'],
    ['weight_g', '3000', 'wrongType'],
    ['weight_g', 3000.5, 'wrongType'],
    ['weight_g', Number.NaN, 'wrongType'],
    ['oedema', 'presnt', 'notACode'],
    ['oedema', true, 'wrongType'],
    ['signs', 'cough', 'wrongType'],
    ['signs', ['cogh'], 'notACode'],
    ['birth_date', '2026-02-30', 'notADate'],
    ['previous', 'none', 'wrongType'],
  ])('refuses %s = %j, counts it as unknown, and says why', (field, given, kind) => {
    const { problems, values } = assess({ ...well, [field]: given });
    expect(problems).toMatchObject([{ kind, field, given }]);
    expect(values[field]).toBeNull();
    for (const { message, cure } of problems) {
      for (const text of [message.fr, message.en, cure.fr, cure.en]) expect(text).not.toBe('');
    }
  });

  it('says the limits that a value crossed', () => {
    const [problem] = assess({ ...well, weight_g: 33_000 }).problems;
    expect(problem?.limits).toEqual({ min: 500, max: 12_000 });
    expect(problem?.message.fr).toBe("Poids : 33000\u00a0g n'est pas possible (500 – 12000\u00a0g).");
  });

  it('reports a name that the protocol does not know', () => {
    expect(assess({ ...well, wieght_g: 3000 }).problems).toMatchObject([{ kind: 'unknownName', field: 'wieght_g' }]);
  });

  it('holds earlier visits to the same limits, and reads their dates', () => {
    const previous = [
      { visit_date: '2026-02-01', weight_g: 2900 },
      { visit_date: '2026-02-15', weight_g: 90_000 },
    ];
    const { values, problems } = assess({ ...well, previous });
    expect(problems.map(({ field }) => field)).toEqual(['previous[2].weight_g']);
    expect(values['previous']).toEqual([
      { visit_date: dateValue(localDate('2026-02-01')), weight_g: 2900 },
      { visit_date: dateValue(localDate('2026-02-15')), weight_g: null },
    ]);
  });

  it('says which protocol, version and overlays decided', () => {
    expect(assess(well).protocol).toEqual({ id: 'example', version: '1.0.0', overlays: [] });
  });
});

describe('an assessment again, with one answer changed', () => {
  const inputs = fc.record(
    {
      sex: fc.constantFrom('M', 'F'),
      birth_date: fc.constantFrom('2026-01-30', '2025-12-01', null),
      visit_date: fc.constant('2026-03-01'),
      weight_g: fc.constantFrom(2400, 2500, 3000, 33_000, null),
      oedema: fc.constantFrom('none', 'present', 'not_assessed', null),
    },
    { requiredKeys: [] },
  );

  it('is the assessment of the changed answers', () => {
    fc.assert(
      fc.property(inputs, inputs, (first, changes) => {
        const again = reassess(assess(first), changes);
        const whole = assess({ ...first, ...changes });
        const { pair_class, age_days, cards } = again.values;
        expect({ pair_class, age_days, cards }).toEqual({
          pair_class: whole.values['pair_class'],
          age_days: whole.values['age_days'],
          cards: whole.values['cards'],
        });
        expect(again.trace).toEqual(whole.trace);
        expect(again.missing).toEqual(whole.missing);
        expect([...again.notAssessed].sort()).toEqual([...whole.notAssessed].sort());
        expect(again.problems.map(({ field }) => field).sort()).toEqual(
          whole.problems.map(({ field }) => field).sort(),
        );
      }),
    );
  });

  it('takes an answer back', () => {
    const again = reassess(assess({ ...well, oedema: 'present' }), { oedema: null });
    expect(again.values['pair_class']).toBe('incomplete');
  });
});
