/**
 * A draft of the MAMI protocol over a million assessments, on one thread. The assessments are those of a simulated
 * cohort (20,000 distinct, with everything that the record knew at each), repeated with varied weights, lengths and
 * MUACs, so that there are as many different measurements as in reality. The baseline is computed once; each draft
 * starts from it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createAssessor } from '@denba/protocols/assess/create-assessor';
import { valueAt } from '@denba/protocols/assess/trace';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { applyDraft } from '@denba/protocols/what-if/draft/draft';
import type { DraftChange } from '@denba/protocols/what-if/draft/draft-change';
import {
  type AssessmentColumns,
  type Column,
  columnsOf,
  inputsAt,
} from '@denba/protocols/what-if/replay/assessment-columns';
import { type Baseline, concluded, prepareBaseline } from '@denba/protocols/what-if/replay/baseline';
import { recordedAssessments } from '@denba/protocols/what-if/replay/recorded-assessments';
import { finished, type Replay, replay } from '@denba/protocols/what-if/replay/replay';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import { assessmentAnswers } from '@denba/scenario/answers';
import { simulatedLife } from '@denba/scenario/cohort-entries';
import { createRandom } from '@denba/scenario/random';
import { simulateCohort } from '@denba/scenario/simulate-cohort';
import type { Bench, BenchFigure } from './bench-figure.ts';

const folder = fileURLToPath(new URL('../protocols/mami', import.meta.url));

const DISTINCT = Number(process.env['DENBA_DISTINCT'] ?? 20_000);
const ASSESSMENTS = Number(process.env['DENBA_ASSESSMENTS'] ?? 1_000_000);
/** The number of assessments that are also assessed as a whole, for each draft. */
const WHOLE = 500;

export const bench: Bench = {
  name: 'What if: a draft over a million assessments',
  run: () => {
    const { source } = readProtocol(files());
    const protocol = compileProtocol(source).compiled;
    const columns = repeated(distinctAssessments(protocol), ASSESSMENTS);
    const before = memoryMb();
    const prepared = timed(() => finished(prepareBaseline(protocol, columns)));
    const held = memoryMb() - before;
    const whole = wholeAssessments(protocol, columns);
    const { answers, margins } = prepared.value;
    const [kept, moves] = [answers, margins].map((of) => [...of.values()].reduce((sum, { bytes }) => sum + bytes, 0));
    const each = (what: string, changes: readonly DraftChange[]): BenchFigure[] => {
      const { source: drafted, problems } = applyDraft(source, { ...draftHead, changes });
      if (problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join('; '));
      const compiled = compileProtocol(drafted).compiled;
      const runs = [0, 1, 2].map(() => timed(() => finished(replay(prepared.value, compiled))));
      const best = runs.toSorted((a, b) => a.seconds - b.seconds)[1] ?? runs[0];
      if (best === undefined) throw new Error('nothing ran');
      compare(compiled, prepared.value, best.value);
      return [
        { what, value: best.seconds, unit: 's', note: `${processorTime(best)}; ${told(best.value, prepared.value)}` },
      ];
    };
    return [
      {
        what: 'the base, once',
        value: prepared.seconds,
        unit: 's',
        note: `${processorTime(prepared)}; ${columns.count} assessments, ${prepared.value.nodes.size} derived values and tables`,
      },
      {
        what: 'memory that the base takes',
        value: held,
        unit: 'MB',
        note: `${megabytes(kept)} of it answers, ${megabytes(moves)} how far thresholds of growth may move`,
      },
      {
        what: 'one whole assessment, for comparison',
        value: whole,
        unit: 'µs',
        note: 'the same answers, without words',
      },
      ...each('MUAC cut-off from seven weeks 110 → 115 mm', [
        { kind: 'parameter', name: 'muac_cut_late_mm', value: 115 },
      ]),
      ...each('weight-for-age cut-off −2 → −1.5', [{ kind: 'parameter', name: 'waz_cut', value: -1.5 }]),
      ...each('weekly visits every ten days', [{ kind: 'parameter', name: 'interval_weekly_days', value: 10 }]),
      ...each('gain of 25 g a day asked', [{ kind: 'parameter', name: 'gday_min', value: 25 }]),
    ];
  },
};

const draftHead = { id: 'what-if', title: { fr: 'Et si', en: 'What if' }, note: { fr: '', en: '' } };

const told = ({ changes, asked, differing }: Replay, { columns }: Baseline): string => {
  const count = Object.entries(changes).map(([name, { index }]) => `${name} ${index.length}`);
  return `of ${columns.count}: ${count.join(', ')}; ${differing.length} differ, ${asked.length} asked`;
};

const files = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(csv|md|yaml)$/.test(path))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(`${folder}/${path}`, 'utf8')]),
  );

const distinctAssessments = (protocol: CompiledProtocol) => {
  const rules = followUpRules(protocol);
  // A follow-up form asks less than an assessment does: what the simulation left out is answered as normal.
  const names = new Set(protocol.elements.map(({ name }) => name));
  const answered = Object.fromEntries(Object.entries(assessmentAnswers()).filter(([name]) => names.has(name)));
  const found = [];
  for (const family of simulateCohort('what-if', { families: DISTINCT })) {
    const { id, entries } = simulatedLife('what-if', family);
    for (const recorded of recordedAssessments(foldTimeline(id, entries), protocol, rules)) {
      found.push({ ...recorded, inputs: { ...answered, ...recorded.inputs } });
    }
    if (found.length >= DISTINCT) break;
  }
  return columnsOf(found.slice(0, DISTINCT));
};

/** How far a measurement of a repeated assessment may differ from the original, in either direction. */
const spread = { weight_g: 60, length_cm: 0.6, muac_mm: 3 } as const;

const repeated = (distinct: AssessmentColumns, count: number): AssessmentColumns => {
  const random = createRandom('repeat');
  const tiled = ({ numbers, values }: Column): Column => {
    const all =
      values.length > 0x10000
        ? new Int32Array(count)
        : values.length > 0x100
          ? new Uint16Array(count)
          : new Uint8Array(count);
    for (let index = 0; index < count; index++) all[index] = numbers[index % distinct.count] ?? 0;
    return { numbers: all, values };
  };
  const shaken = ({ numbers, values }: Column, by: number): Column => {
    const step = by < 1 ? 0.1 : by > 10 ? 5 : 1;
    const known = new Map<number | null, number>([[null, 0]]);
    const given: (number | null)[] = [null];
    const all = new Uint16Array(count);
    for (let index = 0; index < count; index++) {
      const value = values[numbers[index % distinct.count] ?? 0];
      const shift =
        index < distinct.count ? 0 : (random.whole(2 * Math.round(by / step) + 1) - Math.round(by / step)) * step;
      const moved = typeof value === 'number' ? Math.round((value + shift) * 10) / 10 : null;
      let number = known.get(moved);
      if (number === undefined) {
        number = given.push(moved) - 1;
        known.set(moved, number);
      }
      all[index] = number;
    }
    return { numbers: all, values: given };
  };
  const inputs = Object.entries(distinct.inputs).map(([name, column]): [string, Column] => {
    const by = Object.entries(spread).find(([key]) => key === name)?.[1];
    return [name, by === undefined ? tiled(column) : shaken(column, by)];
  });
  return { count, inputs: Object.fromEntries(inputs), month: tiled(distinct.month), place: tiled(distinct.place) };
};

/** Checks some assessments against a whole assessment, because the speed of wrong answers would mean nothing. */
const compare = (
  draft: CompiledProtocol,
  { columns, conclusions, ...baseline }: Baseline,
  { changes }: Replay,
): void => {
  const { assess } = createAssessor(draft);
  for (let at = 0; at < WHOLE; at++) {
    const index = (at * 499) % columns.count;
    const assessment = assess(inputsAt(columns, index));
    for (const name of conclusions) {
      const position = changes[name]?.index.indexOf(index) ?? -1;
      const fast =
        position < 0 ? concluded({ columns, conclusions, ...baseline }, name, index) : changes[name]?.to(position);
      if (fast !== valueAt(assessment.values, name)) throw new Error(`${name} of assessment ${index} differs`);
    }
  }
};

const wholeAssessments = (protocol: CompiledProtocol, columns: AssessmentColumns): number => {
  const { assess } = createAssessor(protocol);
  const inputs = Array.from({ length: WHOLE }, (_, at) => inputsAt(columns, (at * 499) % columns.count));
  for (const one of inputs) assess(one);
  const { processor } = timed(() => inputs.map((one) => assess(one).value('pair_class')));
  return (processor / WHOLE) * 1e6;
};

type Timed<T> = { readonly value: T; readonly seconds: number; readonly processor: number };

/**
 * Wall time and processor time in seconds: on a machine that other programs use too, the second says what one core
 * needs.
 */
const timed = <T>(work: () => T): Timed<T> => {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
};

const processorTime = ({ processor }: Timed<unknown>): string => `${processor.toPrecision(3)} s of processor time`;

const megabytes = (bytes = 0): string => `${Math.round(bytes / 1e6)} MB`;

/** Memory in MB. Without `--expose-gc` garbage is counted too, so it is an upper bound. */
const memoryMb = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
