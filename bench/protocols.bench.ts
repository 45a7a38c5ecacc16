/**
 * The whole MAMI assessment of one infant, warm, on one thread: every derived value and every table, with the trace of
 * each row (values read, source, status). The infants are the protocol's own vignettes, taken in turn, so that no
 * single path is favoured. feelin evaluates the same tables of the same infant in the same run (columns, cells until
 * one fails, conclusions of rows that hold); it is given the derived values, keeps no trace, and parses at every call.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printExpression, printUnaryTests } from '@denba/decisions/print-expression';
import { isDate, isList, toLocalDate, type Value } from '@denba/decisions/value';
import type { Assessment } from '@denba/protocols/assess/assessment';
import { type Assessor, createAssessor } from '@denba/protocols/assess/create-assessor';
import type { Inputs } from '@denba/protocols/assess/read-inputs';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { givenInputs } from '@denba/protocols/vignettes/given-inputs';
import { evaluate, date as feelDate, unaryTest } from 'feelin';
import type { Bench, BenchFigure } from './bench-figure.ts';

const folder = fileURLToPath(new URL('../protocols/mami', import.meta.url));

/** The assessment of one infant is one sample; medians are over samples. */
const WARM_ROUNDS = 6;
const ROUNDS = 12;

/** The number of visits that are kept open while their answers change. */
const OPEN_VISITS = 40;

export const bench: Bench = {
  name: 'Protocols: one MAMI assessment',
  run: () => {
    const { protocol, infants } = load();
    const assessor = createAssessor(protocol);
    const rows = protocol.tables.reduce((count, table) => count + table.rows.length, 0);
    const hits = infants.reduce((count, inputs) => count + assessor.assess(inputs).trace.length, 0) / infants.length;
    const whole = medianOver(infants, (inputs) => assessor.assess(inputs));
    const feelin = feelinTables(protocol, assessor.assess(infants[0] ?? {}));
    const size = `${protocol.derived.length} derived values, ${protocol.tables.length} tables, ${rows} rows, ${Math.round(hits)} rows hit on average, ${infants.length} infants in turn`;
    return [
      { what: 'assessment with trace', value: whole, unit: 'µs', note: size },
      {
        what: 'and every reason in French and English',
        value: medianOver(infants, (inputs) => assessor.assess(inputs).trace),
        unit: 'µs',
      },
      ...reassessments(assessor, infants.slice(0, OPEN_VISITS)),
      {
        what: 'the same tables by feelin',
        value: feelin.microseconds,
        unit: 'µs',
        note: `${feelin.cells} cells, one infant, without trace`,
      },
      { what: 'feelin against ours', value: feelin.microseconds / whole, unit: 'times slower' },
    ];
  },
};

const load = (): { protocol: CompiledProtocol; infants: readonly Inputs[] } => {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(csv|md|yaml)$/.test(path),
  );
  const files = new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(`${folder}/${path}`, 'utf8')]));
  const { source } = readProtocol(files);
  const infants = source.vignettes.flatMap((vignette) => {
    const inputs = givenInputs(vignette, source.bases);
    return inputs.kind === 'given' ? [inputs.given] : [];
  });
  return { protocol: compileProtocol(source).compiled, infants };
};

const medianOver = <T>(samples: readonly T[], work: (sample: T) => unknown): number => {
  const times: number[] = [];
  let kept: unknown = null;
  for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
    for (const sample of samples) {
      const start = performance.now();
      kept = work(sample);
      if (round >= WARM_ROUNDS) times.push(performance.now() - start);
    }
  }
  if (kept === undefined) throw new Error('nothing was measured');
  times.sort((a, b) => a - b);
  return (times[times.length >> 1] ?? 0) * 1000;
};

/** The cost of changing one answer in the middle of a visit. */
const reassessments = (assessor: Assessor, infants: readonly Inputs[]): BenchFigure[] =>
  (
    [
      ['a danger sign (d_feed)', { d_feed: 'none' }, { d_feed: 'well' }],
      ['the weight', { weight_g: 3105 }, { weight_g: 4210 }],
      ['a feeding item (f5)', { f5: 'effective' }, { f5: 'not_effective' }],
      ['a mood item (phq2)', { phq2: 0 }, { phq2: 1 }],
    ] as const
  ).map(([what, one, other]) => ({
    what: `one answer changed: ${what}`,
    value: medianOver(
      infants.map((inputs) => ({ visit: assessor.assess(inputs), change: same(inputs, one) ? other : one })),
      ({ visit, change }) => assessor.reassess(visit, change),
    ),
    unit: 'µs',
  }));

const same = (inputs: Inputs, change: Inputs): boolean =>
  Object.entries(change).every(([name, value]) => inputs[name] === value);

/** Evaluates every table once with feelin, in the usual way to use it. */
const feelinTables = (protocol: CompiledProtocol, visit: Assessment): { microseconds: number; cells: number } => {
  const context = Object.fromEntries(Object.entries(visit.values).map(([name, value]) => [name, asFeelin(value)]));
  const tables = protocol.tables.map(({ inputs, rows }) => ({
    columns: inputs.map(({ expression }) => printExpression(expression)),
    rows: rows.map(({ tests, outputs }) => ({
      cells: tests.map((test) => (test === null ? null : printUnaryTests(test))),
      outputs: outputs.flatMap((output) => (output === null ? [] : [printExpression(output)])),
    })),
  }));
  let cells = 0;
  const start = performance.now();
  for (const { columns, rows } of tables) {
    const values = columns.map((column) => evaluate(column, context).value);
    for (const row of rows) {
      const holds = row.cells.every((cell, index) => {
        if (cell === null) return true;
        cells++;
        return unaryTest(cell, { ...context, '?': values[index] }).value === true;
      });
      if (holds) for (const output of row.outputs) evaluate(output, context);
    }
  }
  return { microseconds: (performance.now() - start) * 1000, cells };
};

const asFeelin = (value: Value): unknown => {
  if (isDate(value)) return feelDate(toLocalDate(value));
  if (isList(value)) return value.map(asFeelin);
  if (typeof value !== 'object' || value === null || 'kind' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asFeelin(entry as Value)]));
};
