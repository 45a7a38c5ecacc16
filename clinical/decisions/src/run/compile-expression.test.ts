import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { expressionOf } from '../../samples/sample-table.ts';
import { dateValue, type Scope, type Value } from '../value.ts';
import { compileExpression, type HostFunctions } from './compile-expression.ts';

const run = (source: string, scope: Scope = {}): Value => compileExpression(expressionOf(source))(scope);

const previous = [
  { visit_date: dateValue(localDate('2026-01-10')), waz: -2.4, muac_mm: 112 },
  { visit_date: dateValue(localDate('2026-02-10')), waz: null, muac_mm: 109 },
  { visit_date: dateValue(localDate('2026-03-10')), waz: -1.2, muac_mm: null },
];

describe('names', () => {
  it('that nothing defines are not known', () => {
    expect(run('weight_g')).toBeNull();
    expect(run('p.waz_cut.deeper')).toBeNull();
    expect(run('constructor')).toBeNull();
    expect(run('a.toString', { a: {} })).toBeNull();
  });

  it('bound inside hide the ones outside', () => {
    expect(run('for x in [1, 2] return x + y', { x: 100, y: 1 })).toEqual([2, 3]);
    expect(run('for x in [1, 2], y in [x, x * 10] return y', {})).toEqual([1, 10, 2, 20]);
    expect(run('some x in xs satisfies some y in xs satisfies y > x + 1', { xs: [1, 2, 3] })).toBe(true);
  });

  it('inside a filter are first the entries of the member', () => {
    const scope = { previous, muac_mm: 0, limit: 110 };
    expect(run('count(previous[muac_mm < limit])', scope)).toBe(1);
    expect(run('previous[item.waz < -2].muac_mm', scope)).toEqual([112]);
    expect(run('previous[-1].waz', scope)).toBe(-1.2);
    expect(run('previous[n].waz', { previous, n: 1 })).toBe(-2.4);
    expect(run('previous[4]', scope)).toBeNull();
    expect(run('previous[item.flag]', { previous: [{ flag: true }, { flag: false }, {}] })).toEqual([{ flag: true }]);
  });

  it('in a context see the entries before them', () => {
    expect(run('{a: 2, b: a * 3}.b')).toBe(6);
  });
});

describe('an unknown', () => {
  it('is not equal, not different, not in order, not a member: the answer is unknown', () => {
    for (const source of ['x = 1', 'x != 1', 'x < 1', 'x in [1..2]', 'x in (1, 2)', 'x between 1 and 2', 'x = y']) {
      expect(run(source), source).toBeNull();
    }
    expect(run('list contains(["a", x], "b")')).toBeNull();
    expect(run('list contains(["a", x], "a")')).toBe(true);
  });

  it('is found by asking about null', () => {
    expect([run('x = null'), run('x != null'), run('null = x'), run('is defined(x)')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('chooses neither branch', () => {
    expect(run('if x > 3 then "high" else "low"')).toBeNull();
    expect(run('if x = null then "missing" else "there"')).toBe('missing');
  });

  it('among the members keeps "some" and "every" open, until a member decides', () => {
    expect(run('some v in previous satisfies v.waz < -3', { previous })).toBeNull();
    expect(run('some v in previous satisfies v.waz < -2', { previous })).toBe(true);
    expect(run('every v in previous satisfies v.waz < 0', { previous })).toBeNull();
    expect(run('every v in previous satisfies v.waz < -2', { previous })).toBe(false);
    expect(run('some v in nothing satisfies v.waz < -2')).toBeNull();
  });

  it('at the end of a range leaves the other end to answer', () => {
    expect([run('5 in [1..top]'), run('0 in [1..top]')]).toEqual([null, false]);
  });

  it('is the result of what cannot be computed', () => {
    for (const source of ['1 / 0', '"a" + 1', '10 ** 999', 'sqrt(-1)', 'date("2026-01-01") + 1', '-"a"', '"a" < 1']) {
      expect(run(source), source).toBeNull();
    }
  });
});

describe('days and durations', () => {
  it('give ages in days and in completed months', () => {
    const scope = { born: dateValue(localDate('2026-01-31')), seen: dateValue(localDate('2026-03-01')) };
    expect(run('(seen - born).days', scope)).toBe(29);
    expect(run('years and months duration(born, seen) / @"P1M"', scope)).toBe(1);
    expect(run('born + @"P1M" = date("2026-02-28")', scope)).toBe(true);
    expect(run('seen in [born..born + @"P28D")', scope)).toBe(false);
  });
});

describe('host functions', () => {
  const functions: HostFunctions = {
    double: { parameters: ['n'], call: (n) => (typeof n === 'number' ? n * 2 : null) },
    broken: { parameters: [], call: () => Number.NaN },
  };

  it('are called with values, and a NaN from them is not known', () => {
    const compiled = compileExpression(expressionOf('double(x) + 1', { functions }), functions);
    expect(compiled({ x: 4 })).toBe(9);
    expect(compileExpression(expressionOf('broken()', { functions }), functions)({})).toBeNull();
  });

  it('that nobody provides are a defect, found when compiling', () => {
    const tree = expressionOf('double(x)', { functions });
    expect(() => compileExpression(tree)).toThrow('no function "double"');
  });
});
