/**
 * What one assessment costs: twelve tables of ten rows, of the kinds that a guideline has, evaluated with their trace
 * after one set of answers as a warm-up. feelin evaluates the same cells in the same run; it parses at every call, so
 * it does one pass instead of thousands.
 */
import { unaryTest } from 'feelin';
import { expressionOf, type PaperTable, tableOf } from '../clinical/decisions/samples/sample-table.ts';
import { printExpression, printUnaryTests } from '../clinical/decisions/src/print-expression.ts';
import { compileExpression } from '../clinical/decisions/src/run/compile-expression.ts';
import type { DecisionTable } from '../clinical/decisions/src/tables/decision-table.ts';
import { compileTable } from '../clinical/decisions/src/tables/evaluate-table.ts';
import type { Scope, Value } from '../clinical/decisions/src/value.ts';
import type { Bench, BenchFigure } from './bench-figure.ts';

const levels = ['high', 'indepth', 'moderate', 'incomplete', 'low'] as const;
const codes = new Set<string>([...levels, 'problem', 'unsafe', 'effective', 'none', 'plus']);

/** Four kinds of table; each is made three times with its own elements. */
const papers = (n: number): readonly PaperTable[] => [
  {
    id: `B.${n}1`,
    hitPolicy: 'C',
    when: ['age_days', `sign_${n}`, `temperature_${n}`],
    gives: [{ name: 'level' }],
    rows: [
      '< p.young ; true ; - | high',
      '< p.young ; - ; >= p.fever | high',
      '< p.young ; - ; < p.cold | high',
      '>= p.young ; true ; - | high',
      '>= p.young ; - ; >= p.fever | moderate',
      '>= p.young ; false ; >= p.fever | indepth',
      '- ; null ; - | incomplete',
      '- ; - ; null | incomplete',
      '[7..28) ; true ; - | indepth',
      '- ; - ; > p.very_hot | high',
    ],
  },
  {
    id: `B.${n}2`,
    hitPolicy: 'P',
    when: [`waz_${n}`, `wlz_${n}`, 'oedema', 'muac_mm', 'age_days'],
    gives: [{ name: 'class', values: levels }],
    rows: [
      '- ; - ; not(none) ; - ; - | high',
      '< p.severe ; - ; none ; - ; - | indepth',
      '- ; < p.severe ; none ; - ; - | indepth',
      '[p.severe..p.cut) ; - ; none ; - ; - | moderate',
      '- ; [p.severe..p.cut) ; none ; - ; - | moderate',
      '- ; - ; - ; < p.muac ; >= p.muac_from | moderate',
      'null ; - ; - ; - ; - | incomplete',
      '- ; - ; null ; - ; - | incomplete',
      '- ; - ; - ; null ; >= p.muac_from | incomplete',
      '>= p.cut ; >= p.cut ; none ; >= p.muac ; - | low',
    ],
  },
  {
    id: `B.${n}3`,
    hitPolicy: 'F',
    when: [`feeding_${n}`, `count(previous[item.waz < p.cut])`, `sign_${n}`],
    gives: [{ name: 'action' }, { name: 'days' }],
    rows: [
      'unsafe ; - ; - | "refer" ; 0',
      '- ; >= 3 ; true | "refer" ; 1',
      'problem ; >= 2 ; - | "visit" ; 3',
      'problem ; 1 ; - | "visit" ; 7',
      'problem ; 0 ; true | "visit" ; 7',
      'problem ; - ; false | "visit" ; 14',
      'effective ; >= 2 ; - | "visit" ; 14',
      'effective ; 1 ; - | "visit" ; 21',
      'effective ; 0 ; false | "routine" ; 30',
      '- ; - ; - | "incomplete" ; p.recall',
    ],
  },
  {
    id: `B.${n}4`,
    hitPolicy: 'U',
    when: [`mh_${n}`, 'self_harm', 'support'],
    gives: [{ name: 'band', default: '"none"' }],
    rows: [
      '[0..5) ; 0 ; true | "none"',
      '[0..5) ; 0 ; false | "watch"',
      '[5..10) ; 0 ; true | "mild"',
      '[5..10) ; 0 ; false | "mild_alone"',
      '[10..15) ; 0 ; true | "moderate"',
      '[10..15) ; 0 ; false | "moderate_alone"',
      '[15..20) ; 0 ; - | "marked"',
      '[20..27] ; 0 ; - | "severe"',
      '- ; 1, 2 ; - | "same_day"',
      '- ; 3 ; - | "imminent"',
    ],
  },
];

const tables: readonly DecisionTable[] = [1, 2, 3].flatMap((n) => papers(n).map((paper) => tableOf(paper, { codes })));

const element = (n: number): Record<string, Value> => ({
  [`sign_${n}`]: n === 2,
  [`temperature_${n}`]: n === 3 ? null : 37.2,
  [`waz_${n}`]: -1.5 - n / 3,
  [`wlz_${n}`]: -0.5,
  [`feeding_${n}`]: n === 1 ? 'problem' : 'effective',
  [`mh_${n}`]: 4 * n,
});

const answers: Scope = {
  ...element(1),
  ...element(2),
  ...element(3),
  age_days: 75,
  oedema: 'none',
  muac_mm: 112,
  self_harm: 0,
  support: true,
  previous: [
    { waz: -2.3, on: { kind: 'date', day: 20_500 } },
    { waz: -1.8, on: { kind: 'date', day: 20_530 } },
  ],
  p: { young: 60, fever: 37.5, cold: 35.5, very_hot: 39, severe: -3, cut: -2, muac: 110, muac_from: 42, recall: 2 },
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const ours = (scope: Scope): number => {
  const compiled = tables.map((table) => compileTable(table));
  let rows = 0;
  const once = (): void => {
    for (const run of compiled) rows += run(scope).hit.length;
  };
  for (let warm = 0; warm < 5_000; warm++) once();
  const rounds = Array.from({ length: 25 }, () => {
    const start = performance.now();
    for (let turn = 0; turn < 1_000; turn++) once();
    return performance.now() - start;
  });
  if (rows === 0) throw new Error('the benchmark measures nothing: no row was hit');
  return median(rounds);
};

/** Runs feelin on every cell that our evaluation looks at: all cells of a row until one is false. */
const theirs = (): { microseconds: number; cells: number } => {
  let cells = 0;
  const once = (): void => {
    for (const table of tables) {
      const inputs = table.inputs.map((input) => compileExpression(input.expression)(answers));
      for (const row of table.rows) {
        for (const [index, tests] of row.tests.entries()) {
          if (!tests) continue;
          cells++;
          if (!unaryTest(printUnaryTests(tests), { ...answers, '?': inputs[index] }).value) break;
        }
      }
    }
  };
  once();
  cells = 0;
  const start = performance.now();
  once();
  return { microseconds: (performance.now() - start) * 1000, cells };
};

const run = (): BenchFigure[] => {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const full = ours(answers);
  const empty = ours({ p: answers['p'] ?? null });
  const peer = theirs();
  const source = printExpression(expressionOf('age_days < p.young and (oedema = "none" or muac_mm >= p.muac)'));
  const condition = compileExpression(expressionOf(source));
  const start = performance.now();
  let truths = 0;
  for (let turn = 0; turn < 1_000_000; turn++) if (condition(answers) !== null) truths++;
  const perCondition = ((performance.now() - start) / truths) * 1e6;
  return [
    { what: `${tables.length} tables, ${rows} rows, with trace`, value: full, unit: 'µs per assessment' },
    {
      what: 'the same, nothing answered',
      value: empty,
      unit: 'µs per assessment',
      note: 'most rows undecided and traced',
    },
    {
      what: 'the same cells by feelin',
      value: peer.microseconds,
      unit: 'µs per assessment',
      note: `${peer.cells} cells, one pass, without trace`,
    },
    { what: 'feelin against ours', value: peer.microseconds / full, unit: 'times slower' },
    { what: 'one condition of three terms', value: perCondition, unit: 'ns' },
  ];
};

export const bench: Bench = { name: 'decisions', run };
