/**
 * Evaluates the same expressions with feelin, an independent implementation. All differences are known: they are the
 * rules of `for-feelin.ts` and the examples at the end, one for each line of docs/decisions/0003.
 *
 * The generator makes trees and prints them, so that the parser is tested too: brackets are printed only where
 * precedence needs them. The seed is fixed; change it to search further.
 */
import fc from 'fast-check';
import { evaluate, unaryTest } from 'feelin';
import { describe, expect, it } from 'vitest';
import type { ComparisonOperator, Expression, Test, UnaryTests } from '../src/expression.ts';
import { written } from '../src/format-value.ts';
import { parseExpression, parseUnaryTests } from '../src/parse/parse-expression.ts';
import { printExpression, printUnaryTests } from '../src/print-expression.ts';
import { compileExpression, compileUnaryTests } from '../src/run/compile-expression.ts';
import { isDate, isDuration, isList, isRange, type Scope, type Value } from '../src/value.ts';
import { forFeelin, testsForFeelin } from './for-feelin.ts';

const SEED = Number(process.env['SEED'] ?? 20_260_301);
const RUNS = Number(process.env['RUNS'] ?? 500);

const day = (n: number): Value => ({ kind: 'date', day: n });

const scope: Scope = {
  n: 3,
  m: -1.5,
  zero: 0,
  yes: true,
  no: false,
  word: 'fièvre',
  born: day(20_500),
  seen: day(20_563),
  week: { kind: 'duration', unit: 'days', count: 7 },
  year: { kind: 'duration', unit: 'months', count: 12 },
  counts: [3, 1, 2],
  holes: [3, null, 1],
  words: ['low', 'high'],
  visits: [
    { waz: -2.25, muac: 118, on: day(20_510) },
    { waz: null, muac: 109, on: day(20_540) },
    { waz: -1, muac: null, on: null },
  ],
  p: { cut: -2, code: 'high' },
  unknown: null,
};

const literal = (value: Value): Expression => ({ kind: 'literal', value });
const name = (text: string): Expression => ({ kind: 'name', name: text });
const path = (of: string, key: string): Expression => ({ kind: 'path', of: name(of), key });
const call = (text: string, ...given: Expression[]): Expression => ({ kind: 'call', function: text, arguments: given });

type Kit = Record<'number' | 'truth' | 'text' | 'date' | 'days' | 'months' | 'numbers' | 'texts', Expression>;

const order = fc.constantFrom<ComparisonOperator>('<', '<=', '>', '>=');
const anyComparison = fc.constantFrom<ComparisonOperator>('=', '!=', '<', '<=', '>', '>=');

/**
 * Arbitraries for expressions. `known`: only expressions that can never be unknown and on which both languages agree.
 */
const kit = (known: boolean) =>
  fc.letrec<Kit>((tie) => {
    const unless = (...items: fc.Arbitrary<Expression>[]) => (known ? [] : items);
    const sometimes = (item: Expression) => unless(fc.constant(item));
    const expression = (key: keyof Kit) => tie(key);
    const [number, truth, text, date] = [
      expression('number'),
      expression('truth'),
      expression('text'),
      expression('date'),
    ];
    const [days, months, numbers, texts] = [
      expression('days'),
      expression('months'),
      expression('numbers'),
      expression('texts'),
    ];
    const choice = (of: fc.Arbitrary<Expression>) =>
      fc
        .tuple(truth, of, of)
        .map(([condition, whenTrue, whenFalse]): Expression => ({ kind: 'if', condition, whenTrue, whenFalse }));
    const each = (list: fc.Arbitrary<Expression>, variable: string, body: fc.Arbitrary<Expression>) =>
      fc
        .tuple(list, body)
        .map(([of, result]) => ({ iterations: [{ kind: 'each' as const, name: variable, list: of }], body: result }));
    const arithmetic = (
      left: fc.Arbitrary<Expression>,
      right: fc.Arbitrary<Expression>,
      ...operators: ('+' | '-' | '*' | '/')[]
    ) =>
      fc
        .tuple(fc.constantFrom(...operators), left, right)
        .map(([operator, a, b]): Expression => ({ kind: 'arithmetic', operator, left: a, right: b }));
    const comparison = (of: fc.Arbitrary<Expression>, operators: fc.Arbitrary<ComparisonOperator>) =>
      fc
        .tuple(operators, of, of)
        .map(([operator, left, right]): Expression => ({ kind: 'comparison', operator, left, right }));
    const range = (of: fc.Arbitrary<Expression>) =>
      fc.tuple(of, of, fc.boolean(), fc.boolean()).map(
        ([start, end, startIncluded, endIncluded]): Expression => ({
          kind: 'range',
          start,
          end,
          startIncluded,
          endIncluded,
        }),
      );
    const rising = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(4), fc.boolean(), fc.boolean()).map(
      ([from, length, startIncluded, endIncluded]): Expression => ({
        kind: 'range',
        start: literal(from),
        end: literal(from + length),
        startIncluded,
        endIncluded,
      }),
    );
    const numberTest: fc.Arbitrary<Test> = fc.oneof(
      fc.tuple(order, number).map(([operator, to]): Test => ({ kind: 'compares', operator, to })),
      fc.oneof(rising, number, ...unless(range(number))).map((value): Test => ({ kind: 'equals', value })),
      ...(known
        ? []
        : [
            fc.constant<Test>({ kind: 'isNull' }),
            fc.constantFrom('counts', 'holes', 'unknown').map((list): Test => ({ kind: 'equals', value: name(list) })),
          ]),
    );
    const smallNumber = fc.integer({ min: -20, max: 20 }).map((quarter) => literal(quarter / 4));
    const position = fc.integer({ min: 1, max: 4 }).map(literal);
    const variable = (of: string, known: readonly string[]) =>
      fc.constantFrom(...known.map(name), ...(of ? [name(of)] : []));
    return {
      number: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        smallNumber,
        fc.constantFrom(name('n'), name('m'), name('zero'), path('p', 'cut')),
        ...sometimes(name('unknown')),
        arithmetic(number, number, '+', '-', '*'),
        ...unless(arithmetic(number, number, '/')),
        fc
          .tuple(smallNumber, fc.nat(2))
          .map(([left, right]): Expression => ({ kind: 'arithmetic', operator: '**', left, right: literal(right) })),
        number.map((of): Expression => ({ kind: 'negate', of })),
        ...(known ? [] : [choice(number)]),
        numbers.map((list) => call('count', list)),
        ...unless(
          fc.tuple(fc.constantFrom('sum', 'min', 'max', 'mean'), numbers).map(([f, list]) => call(f, list)),
          fc
            .tuple(numbers, fc.integer({ min: -3, max: 4 }))
            .map(([list, at]): Expression => ({ kind: 'filter', list, by: literal(at) })),
          fc.tuple(number, number).map(([a, b]) => call('modulo', call('floor', a), call('floor', b))),
          fc.constantFrom('waz', 'muac').map(
            (key): Expression => ({
              kind: 'path',
              of: { kind: 'filter', list: name('visits'), by: literal(-1) },
              key,
            }),
          ),
          fc.tuple(number, number).map(
            ([a, b]): Expression => ({
              kind: 'path',
              of: {
                kind: 'context',
                entries: [
                  { key: 'a', value: a },
                  { key: 'b', value: { kind: 'arithmetic', operator: '+', left: name('a'), right: b } },
                ],
              },
              key: 'b',
            }),
          ),
        ),
        fc.tuple(number, number).map(([a, b]) => call('max', a, b)),
        fc.tuple(fc.constantFrom('abs', 'floor', 'ceiling'), number).map(([f, of]) => call(f, of)),
        fc
          .tuple(
            fc.constantFrom('decimal', 'round up', 'round down', 'round half up', 'round half down'),
            smallNumber,
            fc.nat(2),
          )
          .map(([f, of, scale]) => call(f, of, literal(scale))),
        text.map((of) => call('string length', of)),
        ...unless(
          fc
            .tuple(fc.constantFrom('year', 'month', 'day', 'weekday'), date)
            .map(([key, of]): Expression => ({ kind: 'path', of, key })),
          fc.tuple(date, date).map(
            ([left, right]): Expression => ({
              kind: 'path',
              of: { kind: 'arithmetic', operator: '-', left, right },
              key: 'days',
            }),
          ),
          fc.constantFrom('years', 'months').map(
            (key): Expression => ({
              kind: 'path',
              of: call('years and months duration', name('born'), name('seen')),
              key,
            }),
          ),
        ),
        fc.nat(99).map((n) => call('number', literal(String(n / 4)))),
      ),
      truth: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom(name('yes'), name('no'), literal(true), literal(false)),
        ...sometimes(name('unknown')),
        ...sometimes(literal(null)),
        comparison(number, anyComparison),
        comparison(date, anyComparison),
        comparison(text, anyComparison),
        comparison(days, anyComparison),
        comparison(months, anyComparison),
        ...unless(
          comparison(truth, fc.constantFrom('=', '!=')),
          fc
            .tuple(fc.constantFrom<ComparisonOperator>('=', '!='), fc.oneof(number, date, numbers))
            .map(([operator, left]): Expression => ({ kind: 'comparison', operator, left, right: literal(null) })),
          fc
            .tuple(number, text)
            .map(([left, right]): Expression => ({ kind: 'comparison', operator: '=', left, right })),
          fc
            .tuple(number, number, number)
            .map(([value, start, end]): Expression => ({ kind: 'between', value, start, end })),
          fc.tuple(date, date, date).map(([value, start, end]): Expression => ({ kind: 'between', value, start, end })),
          fc.oneof(number, text, date).map((value) => call('is defined', value)),
          fc.tuple(numbers, number).map(([list, element]) => call('list contains', list, element)),
        ),
        fc
          .tuple(number, fc.array(numberTest, { minLength: known ? 2 : 1, maxLength: 3 }))
          .map(([value, tests]): Expression => ({ kind: 'in', value, tests })),
        fc.tuple(text, fc.array(text, { minLength: known ? 2 : 1, maxLength: 3 })).map(
          ([value, items]): Expression => ({
            kind: 'in',
            value,
            tests: items.map((item) => ({ kind: 'equals', value: item })),
          }),
        ),
        fc
          .tuple(fc.constantFrom('and' as const, 'or' as const), truth, truth)
          .map(([kind, left, right]): Expression => ({ kind, left, right })),
        fc
          .tuple(fc.constantFrom('and' as const, 'or' as const), truth, truth)
          .map(([kind, left, right]): Expression => ({ kind, left, right })),
        truth.map((of) => call('not', of)),
        ...(known ? [] : [choice(truth)]),
        fc
          .tuple(
            fc.constantFrom('some' as const, 'every' as const),
            each(numbers, 'x', comparison(variable('x', ['n', 'm']), known ? order : anyComparison)),
          )
          .map(([kind, loop]): Expression => ({ kind, iterations: loop.iterations, satisfies: loop.body })),
        fc
          .tuple(
            fc.constantFrom('some' as const, 'every' as const),
            fc.constantFrom('waz', 'muac'),
            order,
            known ? fc.constant(null) : number,
          )
          .map(
            ([kind, key, operator, right]): Expression => ({
              kind,
              iterations: [
                {
                  kind: 'each',
                  name: 'visit',
                  list: known
                    ? {
                        kind: 'filter',
                        list: name('visits'),
                        by: { kind: 'comparison', operator: '>', left: path('item', key), right: literal(-9) },
                      }
                    : name('visits'),
                },
              ],
              satisfies: { kind: 'comparison', operator, left: path('visit', key), right: right ?? path('p', 'cut') },
            }),
          ),
        fc
          .tuple(
            fc.constantFrom('contains', 'starts with', 'ends with', 'matches'),
            text,
            fc.constantFrom('i', 'h', 'lo', 'è', ''),
          )
          .map(([f, of, part]) => call(f, of, literal(part))),
        fc
          .tuple(fc.constantFrom('all', 'any'), truth, truth)
          .map(([f, a, b]) => call(f, { kind: 'list', items: [a, b] })),
        fc
          .tuple(
            fc.oneof(number, text, date, truth),
            fc.constantFrom('number' as const, 'string' as const, 'date' as const, 'boolean' as const, 'Any' as const),
          )
          .map(([value, type]): Expression => ({ kind: 'instanceOf', value, type })),
        fc.tuple(fc.constantFrom('odd', 'even'), number).map(([f, of]) => call(f, of)),
      ),
      text: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.constantFrom('low', 'high', 'a "b" \\ c', '').map(literal),
        fc.constantFrom(name('word'), path('p', 'code')),
        ...sometimes(name('unknown')),
        fc.tuple(text, text).map(([left, right]): Expression => ({ kind: 'arithmetic', operator: '+', left, right })),
        ...(known ? [] : [choice(text)]),
        fc.tuple(text, position, fc.nat(3)).map(([of, from, length]) => call('substring', of, from, literal(length))),
        fc.tuple(fc.constantFrom('upper case', 'lower case'), text).map(([f, of]) => call(f, of)),
        fc
          .tuple(fc.constantFrom('substring before', 'substring after'), text, fc.constantFrom('i', 'h'))
          .map(([f, of, part]) => call(f, of, literal(part))),
        fc.oneof(number, date, truth, days, ...unless(numbers)).map((of) => call('string', of)),
        texts.map((list) => call('string join', list, literal('-'))),
        text.map((of) => call('replace', of, literal('[aeiou]'), literal('<$0>'))),
      ),
      date: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.integer({ min: 20_450, max: 20_600 }).map((n) => literal(day(n))),
        fc.constantFrom(name('born'), name('seen')),
        ...sometimes(name('unknown')),
        arithmetic(date, days, '+', '-'),
        arithmetic(date, months, '+', '-'),
        fc.tuple(days, date).map(([left, right]): Expression => ({ kind: 'arithmetic', operator: '+', left, right })),
        fc
          .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: known ? 28 : 32 }))
          .map(([month, d]) => call('date', literal(2026), literal(month), literal(d))),
        ...(known ? [] : [choice(date)]),
      ),
      days: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.integer({ min: -40, max: 40 }).map((count) => literal({ kind: 'duration', unit: 'days', count })),
        fc.constant(name('week')),
        arithmetic(days, days, '+', '-'),
        arithmetic(date, date, '-'),
      ),
      months: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.integer({ min: -30, max: 30 }).map((count) => literal({ kind: 'duration', unit: 'months', count })),
        fc.constant(name('year')),
        arithmetic(months, months, '+', '-'),
      ),
      numbers: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.constant(name('counts')),
        ...sometimes(name('holes')),
        ...sometimes(name('unknown')),
        ...sometimes(path('visits', 'waz')),
        fc.array(number, { minLength: 2, maxLength: 3 }).map((items): Expression => ({ kind: 'list', items })),
        fc
          .tuple(numbers, comparison(variable('item', ['n', 'm']), order))
          .map(([list, by]): Expression => ({ kind: 'filter', list, by })),
        ...unless(
          fc.tuple(numbers, truth).map(
            ([list, by]): Expression => ({
              kind: 'filter',
              list,
              by: {
                kind: 'or',
                left: by,
                right: { kind: 'comparison', operator: '>', left: name('item'), right: name('n') },
              },
            }),
          ),
        ),
        each(numbers, 'x', arithmetic(variable('x', ['n']), variable('x', ['m']), '+', '-', '*')).map(
          ({ iterations, body }): Expression => ({ kind: 'for', iterations, return: body }),
        ),
        ...unless(
          fc
            .tuple(
              fc.oneof(fc.integer({ min: -2, max: 3 }).map(literal), fc.constant(name('unknown'))),
              fc.integer({ min: -2, max: 3 }),
              numbers,
            )
            .map(
              ([from, to, list]): Expression => ({
                kind: 'for',
                iterations: [
                  { kind: 'steps', name: 'i', from, to: literal(to) },
                  { kind: 'each', name: 'x', list },
                ],
                return: { kind: 'arithmetic', operator: '*', left: name('i'), right: name('x') },
              }),
            ),
          choice(numbers),
        ),
        fc.tuple(fc.constantFrom('reverse', 'distinct values', 'flatten'), numbers).map(([f, list]) => call(f, list)),
        fc.tuple(fc.constantFrom('concatenate', 'union'), numbers, numbers).map(([f, a, b]) => call(f, a, b)),
        fc.tuple(numbers, number).map(([list, item]) => call('append', list, item)),
        fc.tuple(numbers, number).map(([list, item]) => call('index of', list, item)),
        fc
          .tuple(numbers, position, fc.nat(3))
          .map(([list, from, length]) => call('sublist', list, from, literal(length))),
      ),
      texts: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.constant(name('words')),
        fc.array(text, { minLength: 2, maxLength: 3 }).map((items): Expression => ({ kind: 'list', items })),
        text.map((of) => call('split', of, literal('[ -]'))),
        fc.tuple(texts, text).map(([list, item]) => call('append', list, item)),
      ),
    };
  });

/** Normalises the values of both sides. −0 equals 0; numbers are compared to 12 digits. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'number') return value === 0 ? 0 : Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || value === undefined || typeof value !== 'object') return value ?? null;
  if ('iso' in value) return `@${String(value.iso)}`;
  const own = value as Value;
  if (isDate(own) || isDuration(own)) return `@${written(own)}`;
  if (isRange(own) || isList(own)) return written(own);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
};

const forTheirs = (value: Value): unknown => {
  if (isList(value)) return value.map(forTheirs);
  if (isDate(value) || isDuration(value)) return evaluate(`@"${written(value)}"`).value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, forTheirs(entry as Value)]));
};

const theirScope: Record<string, unknown> = { ...(forTheirs(scope) as Record<string, unknown>) };
theirScope['span'] = evaluate('years and months duration(born, seen)', theirScope).value;

const ours = (source: string): Value => {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error[0]?.message.en}`);
  return compileExpression(parsed.value)(scope);
};

const theirs = (source: string): unknown => evaluate(source, theirScope).value;

const [knownKit, unknownKit] = [kit(true), kit(false)];
const anyOf = (of: typeof knownKit) =>
  fc.oneof(of.truth, of.truth, of.number, of.numbers, of.text, of.date, of.days, of.months, of.texts);
const options = (numRuns: number) => ({ seed: SEED, numRuns });

describe('expressions, beside feelin', () => {
  it('reading a printed tree gives the tree', () => {
    fc.assert(
      fc.property(anyOf(unknownKit), (tree) => {
        expect(parseExpression(printExpression(tree))).toEqual({ ok: true, value: tree });
      }),
      options(RUNS),
    );
  });

  it('while everything is known, the same text gives the same value', () => {
    fc.assert(
      fc.property(anyOf(knownKit), (tree) => {
        const source = printExpression(tree);
        expect(plain(ours(source)), source).toEqual(plain(theirs(source)));
      }),
      options(3 * RUNS),
    );
  });

  it('with unknowns, the value is the one that the listed differences say', () => {
    fc.assert(
      fc.property(anyOf(unknownKit), (tree) => {
        const source = printExpression(tree);
        expect(plain(ours(source)), `${source}\n${forFeelin(tree)}`).toEqual(plain(theirs(forFeelin(tree))));
      }),
      options(1.4 * RUNS),
    );
  });
});

const cell = (of: typeof knownKit): fc.Arbitrary<UnaryTests> => {
  const test = fc.oneof(
    fc.tuple(anyComparison, of.number).map(([operator, to]): Test => ({ kind: 'compares', operator, to })),
    fc.tuple(of.number, of.number, fc.boolean(), fc.boolean()).map(
      ([start, end, startIncluded, endIncluded]): Test => ({
        kind: 'equals',
        value: { kind: 'range', start, end, startIncluded, endIncluded },
      }),
    ),
    fc
      .constantFrom<Expression>(name('n'), name('counts'), literal(1), path('p', 'cut'))
      .map((value): Test => ({ kind: 'equals', value })),
    fc.tuple(order, of.number).map(
      ([operator, right]): Test => ({
        kind: 'holds',
        condition: { kind: 'comparison', operator, left: { kind: 'input' }, right },
      }),
    ),
  );
  return fc
    .tuple(fc.boolean(), fc.array(test, { minLength: 1, maxLength: 3 }))
    .map(([negated, tests]): UnaryTests => ({ kind: 'tests', negated, tests }));
};

const input = fc.oneof(
  fc.integer({ min: -12, max: 12 }).map((n) => n / 4),
  fc.constant(3),
);

const oursIn = (source: string, value: Value) => {
  const parsed = parseUnaryTests(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error[0]?.message.en}`);
  return compileUnaryTests(parsed.value)(value, scope);
};

describe('cells, beside feelin', () => {
  it('while everything is known, the same cell gives the same answer', () => {
    fc.assert(
      fc.property(cell(knownKit), input, (tests, value) => {
        const source = printUnaryTests(tests);
        fc.pre(!descends(tests));
        expect(oursIn(source, value), `${source} for ${value}`).toBe(
          unaryTest(source, { ...theirScope, '?': value }).value,
        );
      }),
      options(RUNS),
    );
  });

  it('with unknowns, a cell is the condition that the listed differences say', () => {
    fc.assert(
      fc.property(cell(unknownKit), fc.option(input), (tests, value) => {
        const source = printUnaryTests(tests);
        const condition = testsForFeelin(tests, 'theInput').replaceAll('?', 'theInput');
        const expected = evaluate(condition, { ...theirScope, theInput: value, item: null }).value;
        expect(oursIn(source, value), `${source} for ${value}\n${condition}`).toBe(expected);
      }),
      options(0.6 * RUNS),
    );
  });
});

/** Whether a test has a range with reversed ends: feelin swaps them (difference 11). */
const descends = (tests: UnaryTests): boolean =>
  tests.kind === 'tests' &&
  tests.tests.some((test) => {
    if (test.kind !== 'equals' || test.value.kind !== 'range') return false;
    const [start, end] = [compileExpression(test.value.start)(scope), compileExpression(test.value.end)(scope)];
    return typeof start === 'number' && typeof end === 'number' && start > end;
  });
