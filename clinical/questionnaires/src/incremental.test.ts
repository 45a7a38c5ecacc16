import type { HostFunctions } from '@denba/decisions/run/compile-expression';
import type { Value } from '@denba/decisions/value';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculation, choice, compiledFormOf, element, group, question, repeat } from '../test/form-of.ts';
import type { Input } from './answers.ts';
import { compileForm } from './compile-form.ts';
import {
  addInstance,
  answer,
  clear,
  confirm,
  type Filling,
  openForm,
  removeInstance,
  sweep,
  withGiven,
} from './fill-form.ts';

const circumstances = { given: { p: { lbw_g: 2500, difference_g: 100, most_babies: 2 } }, earlier: {} };

/**
 * A form with everything that forms can have: groups, a chain of calculations, mutual checks, twins, a filtered list.
 */
const visit = compiledFormOf(
  [
    question('birth_date', 'date', { constraint: 'value <= visit_date', required: true }),
    question('visit_date', 'date', { constraint: 'value >= birth_date', required: true }),
    calculation('age', '(visit_date - birth_date) / duration("P1D")'),
    group(
      'feeding',
      [
        question('breastfed', 'boolean', { required: true }),
        question('bottles', 'integer', { relevant: 'not(breastfed)' }),
        question('refuses', 'boolean', { well: false }),
        question('vomits', 'boolean', { relevant: 'emerging = "ill" or bottles > 3', well: false }),
      ],
      'age < 180',
    ),
    question('problem', 'code', { choices: 'problems', choiceFilter: 'choice.needs = "any" or breastfed' }),
    repeat(
      'children',
      [
        question('weight_g', 'integer', { required: true, readings: 'p.difference_g' }),
        calculation('small', 'weight_g < p.lbw_g'),
        question('kangaroo', 'boolean', { relevant: 'small', required: 'breastfed' }),
      ],
      { count: 'babies' },
    ),
    question('babies', 'integer', { plausible: 'value <= p.most_babies', default: 'expected_babies' }),
    calculation('any_small', 'some c in children satisfies c.small'),
    question('alarm', 'boolean', { relevant: 'any_small or bottles > 8' }),
    repeat('doses', [
      question('dose', 'integer', { constraint: 'value <= position' }),
      calculation('rank', 'position'),
    ]),
  ],
  {
    choices: { problems: [choice('attachment', { needs: 'breast' }), choice('vomits', { needs: 'any' })] },
    elements: {
      ...element('weight_g', { hard: { min: 500, max: 12000 }, soft: { min: 1500, max: 8000 } }),
      ...element('breastfed', { type: 'boolean', notAssessed: ['unknown'] }),
    },
  },
);

const weights = fc.array(fc.integer({ min: 400, max: 9000 }), { minLength: 1, maxLength: 3 });
const days = fc.constantFrom('2025-12-24', '2026-01-01', '2026-03-01', '2026-08-01', 'demain');
const inputs: Readonly<Record<string, fc.Arbitrary<Input>>> = {
  birth_date: days,
  visit_date: days,
  breastfed: fc.constantFrom<Input[]>(true, false, 'unknown', 7),
  bottles: fc.integer({ min: 0, max: 12 }),
  problem: fc.constantFrom('attachment', 'vomits', 'gone'),
  babies: fc.integer({ min: 0, max: 4 }),
  'children[1].weight_g': weights,
  'children[2].weight_g': weights,
  'children[1].kangaroo': fc.boolean(),
  'doses[2].dose': fc.integer({ min: 1, max: 3 }),
  alarm: fc.boolean(),
};
/** Facts that may become known, or unknown again, while the form is filled. */
const facts = {
  p: fc.record({
    lbw_g: fc.constantFrom(2500, 2000),
    difference_g: fc.constantFrom(100, 20, null),
    most_babies: fc.constantFrom(1, 2),
  }),
  emerging: fc.constantFrom('ill', 'well', null),
  expected_babies: fc.constantFrom(1, 2, null),
};
type Entries = readonly (readonly [path: string, input: Input])[];

const answerSets: fc.Arbitrary<Entries> = fc
  .record(inputs, { requiredKeys: [] })
  .map((record) => Object.entries(record).flatMap(([path, input]) => (input === undefined ? [] : [[path, input]])));

const inOrder = (entries: Entries): Filling =>
  entries.reduce((filling, [path, input]) => answer(filling, path, input), openForm(visit, circumstances));

describe('whatever the answers', () => {
  it('their order changes nothing', () => {
    const shuffled = answerSets.chain((entries) => {
      return fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray([...entries], { minLength: entries.length, maxLength: entries.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([entries, others]) => {
        expect(inOrder(others).view).toEqual(inOrder(entries).view);
      }),
    );
  });

  it('working out only what changed gives what working out everything gives', () => {
    const acts = fc.array(
      fc.oneof(
        answerSets.map((answers) => (filling: Filling) => {
          return answers.reduce((each, [path, input]) => answer(each, path, input), filling);
        }),
        fc.constant((filling: Filling) => addInstance(filling, 'doses')),
        fc.integer({ min: 1, max: 3 }).map((number) => (filling: Filling) => removeInstance(filling, 'doses', number)),
        fc.constantFrom(...Object.keys(inputs)).map((path) => (filling: Filling) => clear(filling, path)),
        fc
          .constantFrom('unusual', 'implausible', 'secondReading', 'thirdReading', 'readingsDisagree')
          .map((kind) => (filling: Filling) => confirm(confirm(filling, 'babies', kind), 'children[1].weight_g', kind)),
        fc.constant((filling: Filling) => sweep(filling, 'feeding')),
        fc.record(facts, { requiredKeys: [] }).map((changes) => (filling: Filling) => withGiven(filling, changes)),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(acts, (many) => {
        const filled = many.reduce((filling, act) => act(filling), openForm(visit, circumstances));
        const anew = openForm(visit, filled.circumstances, filled.answers);
        expect(filled.view).toEqual(anew.view);
        expect(filled.cells).toEqual(anew.cells);
      }),
    );
  });

  it('a complete form has no open required question, no refusal and no doubt left', () => {
    fc.assert(
      fc.property(answerSets, (answers) => {
        const { view } = inOrder(answers);
        const settled = view.questions.every(
          (each) =>
            each.errors.length === 0 &&
            each.warnings.every((warning) => warning.confirmed) &&
            !(each.required && each.answer === 'unanswered'),
        );
        expect(view.complete).toBe(settled);
      }),
    );
  });

  it('a value reaches decisions only from a question that is shown and answered without error', () => {
    fc.assert(
      fc.property(answerSets, (answers) => {
        const { view } = inOrder(answers);
        for (const name of ['birth_date', 'visit_date', 'breastfed', 'bottles', 'problem', 'alarm']) {
          const shown = view.questions.find(({ path }) => path === name);
          expect(view.values[name] !== null).toBe(shown?.answer === 'answered' && shown.errors.length === 0);
        }
      }),
    );
  });

  it('a form survives being stored and read again', () => {
    fc.assert(
      fc.property(answerSets, (answers) => {
        const filled = inOrder(answers);
        const stored: unknown = JSON.parse(JSON.stringify(filled.answers));
        expect(stored).toEqual(filled.answers);
      }),
    );
  });
});

describe('answering one question', () => {
  it('works out again what depends on it, and nothing else', () => {
    const filled = inOrder([
      ['birth_date', '2026-01-01'],
      ['visit_date', '2026-03-01'],
      ['babies', 2],
      ['children[1].weight_g', [2600, 2620]],
    ]);
    expect(answer(filled, 'children[2].weight_g', [2400, 2410]).ran).toEqual([
      'entered children[2].weight_g',
      'verdict children[2].weight_g',
      'value children[2].weight_g',
      'value children[2].small',
      'relevance children[2].kangaroo',
      'entered children[2].kangaroo',
      'verdict children[2].kangaroo',
      'value children[2].kangaroo',
      'value children',
      'value any_small',
      'relevance alarm',
      'entered alarm',
      'verdict alarm',
      'value alarm',
    ]);
  });

  it('stops where nothing changes: another weight of the same class asks no other question', () => {
    const filled = inOrder([
      ['babies', 1],
      ['children[1].weight_g', [2400]],
    ]);
    expect(answer(filled, 'children[1].weight_g', [2380]).ran).toEqual([
      'entered children[1].weight_g',
      'verdict children[1].weight_g',
      'value children[1].weight_g',
      'value children[1].small',
      'value children',
      'value any_small',
    ]);
  });

  it('runs the expressions that read it once each, and no other', () => {
    const runs: string[] = [];
    const seen: HostFunctions = {
      seen: {
        parameters: ['what', 'value'],
        call: (what: Value, value: Value): Value => {
          runs.push(String(what));
          return value;
        },
      },
    };
    const counted = (what: string, read: string) => ({
      kind: 'call' as const,
      function: 'seen',
      arguments: [
        { kind: 'literal' as const, value: what },
        { kind: 'name' as const, name: read },
      ],
    });
    const compiled = compileForm(
      {
        id: 'counted',
        title: { fr: '', en: '' },
        choices: {},
        elements: {},
        items: [
          question('a', 'integer'),
          question('b', 'integer'),
          { ...calculation('from_a', '1'), calculation: counted('from_a', 'a') },
          { ...calculation('from_from_a', '1'), calculation: counted('from_from_a', 'from_a') },
          { ...calculation('from_b', '1'), calculation: counted('from_b', 'b') },
          { ...question('if_b', 'text'), relevant: counted('if_b', 'b') },
        ],
      },
      seen,
    );
    if (!compiled.ok) throw new Error('the form compiles');
    const opened = openForm(compiled.value, { given: {}, earlier: {} });
    expect(runs.splice(0)).toEqual(['from_a', 'from_from_a', 'from_b', 'if_b']);
    const filled = answer(opened, 'a', 1);
    expect(runs.splice(0)).toEqual(['from_a', 'from_from_a']);
    expect(answer(filled, 'a', 1)).toBe(filled);
    expect(runs).toEqual([]);
  });

  it('leaves alone what reads other facts when one of them changes', () => {
    const opened = inOrder([['babies', 2]]);
    expect(withGiven(opened, { emerging: 'ill' }).ran).toEqual(['relevance vomits', 'entered vomits']);
    expect(withGiven(opened, { expected_babies: 1 }).ran).toEqual(['verdict babies']);
    expect(withGiven(opened, { read_by_nobody: 3 }).ran).toEqual([]);
    expect(withGiven(opened, { p: circumstances.given.p })).toBe(opened);
  });

  it('leaves the former state as it was', () => {
    const before = addInstance(openForm(visit, circumstances), 'children');
    const frozen = JSON.stringify(before.view);
    answer(answer(before, 'babies', 2), 'birth_date', '2026-01-01');
    expect(JSON.stringify(before.view)).toBe(frozen);
  });
});
