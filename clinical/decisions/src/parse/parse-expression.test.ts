import { describe, expect, it } from 'vitest';
import { namesIn, namesInTests } from '../expression.ts';
import { compileUnaryTests } from '../run/compile-expression.ts';
import type { Value } from '../value.ts';
import { type ParseOptions, parseExpression, parseUnaryTests } from './parse-expression.ts';

const errorsOf = (source: string, options?: ParseOptions) => {
  const parsed = parseExpression(source, options);
  return parsed.ok ? [] : parsed.error;
};

const treeOf = (source: string, options?: ParseOptions) => {
  const parsed = parseExpression(source, options);
  if (!parsed.ok) throw new Error(parsed.error[0]?.message.en);
  return parsed.value;
};

const cell = (source: string, input: Value, options?: ParseOptions) => {
  const parsed = parseUnaryTests(source, options);
  if (!parsed.ok) throw new Error(parsed.error[0]?.message.en);
  return compileUnaryTests(parsed.value)(input, { p: { cut: 2 } });
};

describe('the tree', () => {
  it('is plain JSON, small and stable', () => {
    const tree = treeOf('waz < p.waz_cut');
    expect(JSON.stringify(tree)).toBe(
      '{"kind":"comparison","operator":"<","left":{"kind":"name","name":"waz"},"right":{"kind":"path","of":{"kind":"name","name":"p"},"key":"waz_cut"}}',
    );
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });

  it('holds dates and durations as values', () => {
    expect(treeOf('@"P14D"')).toEqual({ kind: 'literal', value: { kind: 'duration', unit: 'days', count: 14 } });
    expect(treeOf('date("1970-01-02")')).toEqual({ kind: 'literal', value: { kind: 'date', day: 1 } });
  });

  it('names what it reads, with paths, without what it binds itself', () => {
    expect(namesIn(treeOf('some v in previous satisfies v.waz < p.waz_cut and item'))).toEqual([
      'previous',
      'p.waz_cut',
      'item',
    ]);
    expect(namesIn(treeOf('previous[item.waz < p.cut][-1].waz'))).toEqual(['previous', 'p.cut']);
    expect(namesIn(treeOf('for i in 1..n, x in xs return {a: i, b: a + y}'))).toEqual(['n', 'xs', 'y']);
    expect(namesIn(treeOf('waz in (p.low, < p.high) and waz > 0'))).toEqual(['waz', 'p.low', 'p.high']);
    const tests = parseUnaryTests('< p.a, [p.b..c]');
    expect(tests.ok && namesInTests(tests.value)).toEqual(['p.a', 'p.b', 'c']);
  });

  it('takes only the range after `in`, not the condition that follows', () => {
    const bracketed = treeOf('a = 1 and (x in [1..2]) and b = 2');
    expect(treeOf('a = 1 and x in [1..2] and b = 2')).toEqual(bracketed);
    expect(treeOf('x in < 5 or y')).toEqual(treeOf('(x in < 5) or y'));
    expect(treeOf('x in [1..2) and y in [3..4] or z')).toEqual(treeOf('((x in [1..2)) and (y in [3..4])) or z'));
  });

  it('reads bare codes as texts, but not the start of a path', () => {
    const codes = new Set(['high', 'p', 'same-day']);
    expect(treeOf('class = high', { codes })).toEqual(treeOf('class = "high"'));
    expect(treeOf('p.high', { codes })).toEqual(treeOf('p.high'));
    expect(treeOf('x = same-day', { codes })).toEqual(treeOf('x = "same-day"'));
  });

  it('takes whole cells of codes as they are, words of the language and hyphens included', () => {
    const codes = new Set(['some', 'return', 'in-care', 'none']);
    expect(treeOf('return', { codes })).toEqual({ kind: 'literal', value: 'return' });
    expect([cell('some, in-care', 'some', { codes }), cell('not(some, return)', 'none', { codes })]).toEqual([
      true,
      true,
    ]);
  });

  it('puts named arguments in order', () => {
    expect(treeOf('substring(start position: 2, string: s)')).toEqual(treeOf('substring(s, 2)'));
  });
});

describe('a cell', () => {
  it('lists codes, compares, spans ranges, negates, or asks nothing', () => {
    const codes = new Set(['moderate', 'high']);
    expect([cell('moderate, high', 'high', { codes }), cell('not(moderate, high)', 'high', { codes })]).toEqual([
      true,
      false,
    ]);
    expect([cell('< p.cut', 1), cell('[p.cut..5)', 5), cell('> 3, < 0', -1)]).toEqual([true, false, true]);
    expect([cell('-', null), cell('', null), cell('  ', 3)]).toEqual([true, true, true]);
    expect([cell('not((1..2), (3..4))', 3.5), cell('not((1..2), (3..4))', 2)]).toEqual([false, true]);
  });

  it('stays unknown for an unknown input, except where it asks about knowing', () => {
    expect([cell('< 5', null), cell('not(< 5)', null), cell('"a", "b"', null)]).toEqual([null, null, null]);
    expect([cell('null', null), cell('not(null)', null), cell('null, > 3', null), cell('not(null)', 1)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect([cell('is defined(?)', null), cell('!= null', 2)]).toEqual([false, true]);
  });

  it('holds a condition on its input, or compares it with a value', () => {
    expect([cell('? > 1 and ? < 3', 2), cell('list contains(?, "a")', ['a']), cell('p.cut', 2)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('an error', () => {
  it('says where, what and what to do, in both languages', () => {
    expect(errorsOf('1 + cuont(x)')).toEqual([
      {
        kind: 'unknownFunction',
        from: 4,
        to: 9,
        message: { fr: 'La fonction « cuont » n’existe pas.', en: 'There is no function "cuont".' },
        cure: { fr: 'Vouliez-vous dire count ?', en: 'Did you mean count?' },
      },
    ]);
  });

  it('points at the source as written, also behind a repaired `in`', () => {
    expect(errorsOf('x in [1..2] and foo(y)')).toMatchObject([{ kind: 'unknownFunction', from: 16, to: 19 }]);
  });

  it('lists the arguments when their number is wrong', () => {
    expect(errorsOf('count(a, b)')[0]?.cure.en).toBe('Write count(list).');
    expect(errorsOf('substring(a)')[0]?.cure.en).toBe('Write substring(string, start position, length?).');
    expect(errorsOf('count(lst: a)')[0]?.kind).toBe('unknownParameter');
  });

  it('knows the functions of the host, and their arity', () => {
    const functions = { who_waz: { parameters: ['sex', 'age_days', 'weight_g'] } };
    expect(errorsOf('who_waz(sex, age, w)', { functions })).toEqual([]);
    expect(errorsOf('who_waz(sex)', { functions })[0]?.kind).toBe('wrongArity');
    expect(errorsOf('who_wz(sex)', { functions })[0]?.cure.en).toBe('Did you mean who_waz?');
    expect(errorsOf('who_waz(sex, age, w)')[0]?.kind).toBe('unknownFunction');
  });

  it.each([
    ['', 'empty', 'Write an expression.'],
    ['a && b', 'syntax', 'Write and.'],
    ['a || b', 'syntax', 'Write or.'],
    ['!a', 'syntax', 'Write not(…).'],
    ['not a', 'spacedName', 'Write not(a).'],
    ['a == b', 'outsideSubset', 'Write = (equal) or != (different).'],
    ["x = 'low'", 'syntax', 'Put texts in straight quotes: "text".'],
    ['1,5', 'syntax', 'Decimals are written with a point: 1.5.'],
    ['if a then b', 'syntax', 'Write if … then … else ….'],
    ['birth weight', 'spacedName', 'Write birth_weight, or the operator or comma that is missing.'],
    ['date("2026-02-30")', 'badDate', 'Write YYYY-MM-DD, such as 2026-03-01.'],
    ['@"P1DT2H"', 'badDuration', 'Write days (P14D) or months (P6M, P1Y, P1Y6M), not a mixture.'],
    ['today()', 'outsideSubset', 'Use the date of the visit.'],
    ['function(x) x', 'outsideSubset', 'See docs/expressions.md.'],
    ['[1, 2', 'syntax', 'Complete the expression, or remove what is too much (bracket, comma, operator).'],
  ])('in "%s" (%s) comes with its cure', (source, kind, cure) => {
    const [error] = errorsOf(source);
    expect(error?.kind).toBe(kind);
    expect(error?.cure.en).toBe(cure);
    expect(error?.message.fr).not.toBe('');
  });

  it('is also what a cell gets when it mixes forms that DMN does not', () => {
    for (const source of ['not(1), 2', '>= 1 and < 3', '< 5,', 'foo bar'])
      expect(parseUnaryTests(source).ok, source).toBe(false);
  });
});
