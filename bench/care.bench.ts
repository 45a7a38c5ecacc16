/**
 * What a phone does with the MAMI protocol besides the assessment itself: one answer in an open form with everything
 * that follows from it (form, class, form again), opening a visit from the record, the words of the result, and the
 * list of « Aujourd'hui » for ten thousand families. The families come from the simulated cohort, each visit through
 * the real forms.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { storedFindings } from '@denba/protocols/care/findings/stored-findings';
import { visitFindings } from '@denba/protocols/care/findings/visit-findings';
import { type CareRules, followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { type CareRow, careRow } from '@denba/protocols/care/lists/care-row';
import { dueToday } from '@denba/protocols/care/lists/due-today';
import { openVisit } from '@denba/protocols/care/visit/open-visit';
import { createVisitEngine, type VisitEngine } from '@denba/protocols/care/visit/visit-engine';
import { answerAndAssess, startVisit, type VisitState } from '@denba/protocols/care/visit/visit-state';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { addDays, type LocalDate, localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { facilityId, familyId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { Timeline } from '@denba/records/timeline/timeline';
import { simulatedLife } from '@denba/scenario/cohort-entries';
import { family } from '@denba/scenario/family-life';
import { simulateCohort } from '@denba/scenario/simulate-cohort';
import type { Bench, BenchFigure } from './bench-figure.ts';

const folder = fileURLToPath(new URL('../protocols/mami', import.meta.url));
const place = { facility: facilityId('cscom-1'), siteLevel: 'clinic', author: 'Mariam' };

/** Number of families that are folded; the list repeats them under other ids. */
const FOLDED = 500;
const LISTED = 10_000;
const WARM = 3;
const ROUNDS = 9;

export const bench: Bench = {
  name: 'Care: from the record to a visit and back',
  run: () => {
    const protocol = load();
    const rules = followUpRules(protocol);
    const timelines = [...simulateCohort('care', { families: FOLDED })].map((family) => {
      const life = simulatedLife('care', family);
      return foldTimeline(life.id, life.entries);
    });
    const engine = createVisitEngine(protocol, 'follow-up');
    const [first] = timelines;
    if (first === undefined) throw new Error('the cohort is empty');
    const opened = open(engine, first);
    const filled = walk(opened);
    const findings = timelines.slice(0, 200).map((timeline) => {
      const state = answerAndAssess(walk(open(engine, timeline)), 'weight_g', 3000 + (timeline.facts.length % 40) * 37);
      return visitFindings(state.assessment, 'fr', protocol);
    });
    const unread = timelines.slice(200, 400).map((timeline) => walk(open(engine, timeline)).assessment);
    const stored = findings.map((each) => JSON.stringify(storedFindings(each)));
    const rows = timelines.map((timeline) => careRow(timeline, rules));
    const list = followed(rules);
    const lists = dueToday(list, rules, today);
    const count = Object.values(lists).reduce((sum, each) => sum + each.length, 0);
    return [
      ...answerFigures(filled),
      {
        what: 'a visit opened from the record',
        value: median(() => open(engine, first)),
        unit: 'µs',
        note: `${first.history.length} entries`,
      },
      {
        what: 'the words of a result',
        value: wordsOf(unread, protocol),
        unit: 'µs',
        note: `${unread.length} results, each for the first time: the last one of an assessment is remembered`,
      },
      {
        what: 'findings of a visit in its entry',
        value: stored.reduce((sum, text) => sum + text.length, 0) / stored.length,
        unit: 'bytes',
        note: `${Math.round(gzipSync(stored.join('\n')).length / stored.length)} bytes each when ${stored.length} are compressed together`,
      },
      { what: 'the row of a family', value: median(() => careRow(first, rules)), unit: 'µs' },
      {
        what: 'the row of a family, kept',
        value: JSON.stringify(rows).length / rows.length,
        unit: 'bytes',
        note: `${Math.round(gzipSync(JSON.stringify(rows)).length / rows.length)} bytes compressed`,
      },
      {
        what: `who is due today, of ${LISTED} families`,
        value: median(() => dueToday(list, rules, today)) / 1000,
        unit: 'ms',
        note: `${count} children are`,
      },
    ];
  },
};

const load = (): CompiledProtocol => {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(csv|md|yaml)$/.test(path),
  );
  const files = new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(`${folder}/${path}`, 'utf8')]));
  return compileProtocol(readProtocol(files).source).compiled;
};

const wordsOf = (assessments: readonly VisitState['assessment'][], protocol: CompiledProtocol): number => {
  const start = performance.now();
  for (const assessment of assessments) visitFindings(assessment, 'fr', protocol);
  return ((performance.now() - start) * 1000) / assessments.length;
};

/** Opens a visit on the day after the last one. */
const open = (engine: VisitEngine, timeline: Timeline): VisitState => {
  const child = timeline.children[0];
  const last = timeline.encounters.at(-1)?.on ?? localDate('2026-03-01');
  if (child === undefined) throw new Error('this family has no child');
  return startVisit(engine, openVisit(engine, timeline, child.id, addDays(last, 1) as LocalDate, place));
};

/** Answers every question as for a pair that is well, in the order in which a worker comes to it. */
const walk = (state: VisitState): VisitState => {
  let filled = state;
  for (const [path, input] of Object.entries(well)) filled = answerAndAssess(filled, path, input);
  return filled;
};

const well: Readonly<Record<string, Input>> = {
  ...{ mother_status: 'present', d_feed: 'well', d_convulsion: false, d_convulsing_now: false, d_indrawing: false },
  ...{
    d_unconscious: false,
    d_vomits_all: false,
    cough: false,
    fever_reported: false,
    diarrhoea: false,
    thrush: false,
  },
  ...{ pallor: 'none', oedema: 'none', weight_g: 4800, muac_mm: 124, bf_status: 'exclusive', bf_24h: 10, f8: false },
  ...{ f9: ['none'], f12: 7, new_refusal: false, f1: true, f2: true, f3: true, f4: true, f5: 'effective', f6: true },
  ...{ f10: false, f11: false, f13: false, f14: false, f15: false, intake_unsafe: false, m_bleeding: false },
  ...{ m_cyanosis: false, m_convulsing: false, m_fever: false, m_very_ill: false, m_headache: false, m_pain: false },
  ...{ m_vomiting: false, m_abdominal_pain: false, m_unconscious: false, m_visual: false, m_lochia: false },
  ...{ mother_muac_mm: 255, phq1: 0, phq2: 0, mh_concern: false, mother_unable: false },
};

const answerFigures = (filled: VisitState): BenchFigure[] =>
  (
    [
      ['the weight', 'weight_g', 4790, 4810],
      ['a danger sign', 'd_convulsion', true, false],
      ['a sign of attachment', 'f1', false, true],
      ['a mood item', 'phq2', 2, 0],
      ['the day of the visit', 'visit_date', '2026-01-02', '2026-01-03'],
    ] as const
  ).map(([what, path, one, other]) => {
    let state = filled;
    let turn = 0;
    const value = median(() => {
      state = answerAndAssess(state, path, turn++ % 2 === 0 ? one : other);
      return state;
    }, 40);
    return { what: `an answer with all that follows: ${what}`, value, unit: 'µs' };
  });

const today = localDate('2026-11-26');

/**
 * Ten thousand families with the mix of a district: births over two years, a third never enrolled, visits every two
 * weeks, one in twelve followed late or missing, some in hospital, those past six months reviewed and discharged.
 */
const followed = (rules: CareRules): readonly CareRow[] => {
  const rows = Array.from({ length: FOLDED }, (_, at) => careRow(lived(at), rules));
  return Array.from({ length: LISTED }, (_, at) => {
    const row = rows[at % FOLDED];
    if (row === undefined) throw new Error('the list is empty');
    return { ...row, family: familyId(`${row.family}-${at}`) };
  });
};

const lived = (at: number): Timeline => {
  const age = (at * 7) % 730;
  const born = addDays(today, -age);
  const last = Math.min(age, 183);
  let life = family(`listed-${at}`, { on: born }).mother().bears({ on: born });
  const done = () => foldTimeline(life.id, life.entries);
  if (at % 3 === 0 || age < 14) return done();
  life = life.assessed({ age_days: 10, enrolment_decision: 'enrolled', next_due: addDays(born, 24) });
  const stops = at % 12 === 1 ? 60 + (at % 50) : 400;
  for (let day = 24; day <= last && day <= stops; day += 14) {
    life = life.visit({ age_days: day, next_due: addDays(born, day + 14) });
  }
  if (at % 40 === 1 && age < 183) life = life.transferred('temporary', { age_days: Math.max(11, age - 3) });
  if (age > 190) life = life.exits('R1', { age_days: 186, reviewed: true });
  return done();
};

const median = (work: () => unknown, times = 1): number => {
  const took: number[] = [];
  let kept: unknown = null;
  for (let round = 0; round < (WARM + ROUNDS) * times; round++) {
    const start = performance.now();
    kept = work();
    if (round >= WARM * times) took.push((performance.now() - start) * 1000);
  }
  if (kept === undefined) throw new Error('nothing was measured');
  return took.sort((a, b) => a - b)[took.length >> 1] ?? 0;
};
