/** A visit of a child whose mother has died, with any answers; and the marks (`for`) of the content. */
import { localDate } from '@denba/quantities/local-date';
import type { Answer, Input } from '@denba/questionnaires/answers';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import type { Inputs } from '../src/assess/read-inputs.ts';
import { openVisit } from '../src/care/visit/open-visit.ts';
import { startVisit, type VisitState } from '../src/care/visit/visit-state.ts';
import { audiencesOf, conditionsIn } from '../src/read/audience.ts';
import { sheetOf } from '../src/read/protocol-source.ts';
import { cell } from '../src/read/sheet.ts';
import { atClinic, mami, mamiEngine, mamiSource } from './mami.ts';

export const visitForms = ['rapid-screen', 'assessment', 'follow-up', 'review'] as const;

/** The child was seen with its mother, who reported violence and HIV; then the mother died. */
const life = family('keita')
  .mother()
  .pregnant()
  .bears({ on: '2025-12-11', birth_weight_g: 2400 })
  .assessed({ on: '2026-01-20', mother_status: 'present', weight_g: 4300, violence: 'yes', hiv: 'positive' })
  .motherDies({ on: '2026-02-20' });
const timeline = timelineOf(life);

/** `given`: answers by name, including those that the form then does not ask. `null`: the question was left open. */
export const orphansVisit = (form: (typeof visitForms)[number], given: Inputs): VisitState => {
  const engine = mamiEngine(form);
  const opening = openVisit(engine, timeline, life.childId(), localDate('2026-03-01'), atClinic);
  const answered = Object.entries(given).flatMap(([name, value]): [string, Answer][] =>
    value == null || name === 'previous' ? [] : [[name, { input: value as Input, confirmed: [] }]],
  );
  const kept = Object.entries(opening.answers.byPath).filter(([name]) => given[name] !== null);
  const byPath = { ...Object.fromEntries(kept), ...Object.fromEntries(answered) };
  return startVisit(engine, opening, { ...opening.answers, byPath });
};

type Marks = ReadonlyMap<string, readonly string[]>;

/** For each question of a form, its conditions, including those of the groups around it. */
const formMarks = (form: string): Marks => {
  const marks = new Map<string, readonly string[]>();
  const around: (readonly string[])[] = [];
  for (const row of sheetOf(mamiSource, `forms/${form}.csv`).rows) {
    const kind = cell(row, 'type');
    if (kind.startsWith('end_')) around.pop();
    else if (kind.startsWith('begin_')) around.push(audiencesOf(row));
    else marks.set(cell(row, 'name'), conditionsIn([...around.flat(), ...audiencesOf(row)]));
  }
  return marks;
};

/** For each question, row, action and card, the conditions that it is marked for. */
export const marks = {
  questions: new Map(visitForms.map((form) => [form as string, formMarks(form)])),
  rows: new Map(mami.tables.flatMap(({ rows }) => rows.map((row) => [row.id, row.for ?? []] as const))) as Marks,
  actions: new Map(
    sheetOf(mamiSource, 'actions.csv').rows.map((row) => [cell(row, 'code'), conditionsIn(audiencesOf(row))]),
  ) as Marks,
  cards: new Map(mamiSource.cards.map((card) => [card.id, conditionsIn(card.for)])) as Marks,
};
