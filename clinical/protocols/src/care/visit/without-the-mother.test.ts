/**
 * A visit of an orphan never speaks of the mother as if she lived, nor of breastfeeding to an infant who is fed by cup.
 * The marks of the content (`for`) say whom each text is for. Every case of the protocol, and random answers, are tried
 * again with an orphan: nothing that is marked for others may be asked, said or advised. A text that names the mother
 * or the breast without a mark is refused by `denba check` (check/check-audience.ts).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mami, mamiAssessor, mamiSource } from '../../../test/mami.ts';
import { marks, orphansVisit, visitForms } from '../../../test/orphans-visit.ts';
import type { Inputs } from '../../assess/read-inputs.ts';
import type { Element } from '../../compile/compiled-protocol.ts';
import { givenInputs } from '../../vignettes/given-inputs.ts';
import type { VisitState } from './visit-state.ts';

const givenIn = (vignette: Parameters<typeof givenInputs>[0]): Inputs => {
  const made = givenInputs(vignette, mamiSource.bases);
  return made.kind === 'given' ? made.given : {};
};
const cases = mamiSource.vignettes.map((vignette) => [vignette.id, givenIn(vignette)] as const);

/** Everything that is asked, said and advised, by name, with the conditions that it is marked for. */
const saidIn = ({ engine, filling, assessment }: VisitState): readonly (readonly [string, readonly string[]])[] => {
  const codes = (name: string): readonly string[] => (assessment.value(name) ?? []) as readonly string[];
  const questions = marks.questions.get(engine.form.form.id);
  return [
    ...filling.view.questions.map(({ path }) => [path, questions?.get(path) ?? []] as const),
    ...assessment.trace.map(({ row }) => [row, marks.rows.get(row) ?? []] as const),
    ...codes('cards').map((id) => [id, marks.cards.get(id) ?? []] as const),
    ...codes('actions').map((code) => [code, marks.actions.get(code) ?? []] as const),
  ];
};

const saidToOthers = (state: VisitState): readonly string[] =>
  saidIn(state).flatMap(([name, conditions]) =>
    conditions.filter((condition) => state.assessment.value(condition) === false).map((mark) => `${name}: ${mark}`),
  );

const answerTo = ({ type, values, hard }: Element): fc.Arbitrary<unknown> => {
  if (type === 'boolean') return fc.boolean();
  if (type === 'code') return fc.constantFrom(...values);
  if (type === 'codes') return fc.subarray([...values], { minLength: 1 });
  return fc.integer({ min: Math.ceil(hard.min ?? 0), max: Math.floor(hard.max ?? 200) });
};
const asked = mami.elements.filter(({ type }) => !['date', 'text', 'list'].includes(type));
const answersToAll = Object.fromEntries(asked.map((element) => [element.name, answerTo(element)]));
const anyAnswers = fc.record(answersToAll, { requiredKeys: [] }) as fc.Arbitrary<Inputs>;

const scenes: readonly (readonly [string, Inputs])[] = [
  ['fed by cup', { mother_status: 'dead', orphan: 'mother', bf_status: 'none' }],
  ['fed as the case says', { mother_status: 'dead' }],
  ['of whom nobody has said yet today what the record knows', { mother_status: null, orphan: undefined }],
];
const turns = visitForms.length * scenes.length;
const turnOf = (form: (typeof visitForms)[number], changes: Inputs): number =>
  visitForms.indexOf(form) * scenes.length + scenes.findIndex((scene) => scene[1] === changes);

describe('the marks', () => {
  it('stand on questions, rows, actions and cards', () => {
    const marked = (of: ReadonlyMap<string, readonly string[]> | undefined, name: string): number =>
      [...(of?.values() ?? [])].filter((conditions) => conditions.includes(name)).length;
    expect(marked(marks.rows, 'mother_alive')).toBeGreaterThan(100);
    expect(marked(marks.rows, 'breast_advice')).toBeGreaterThan(40);
    expect(marked(marks.actions, 'mother_alive')).toBeGreaterThan(15);
    expect(marked(marks.cards, 'mother_alive')).toBeGreaterThan(5);
    expect(marked(marks.cards, 'breast_advice')).toBeGreaterThan(10);
    for (const form of ['assessment', 'follow-up', 'review'])
      expect(marked(marks.questions.get(form), 'mother_alive')).toBeGreaterThan(50);
  });

  it('silence nothing for good: each row is reached by a case', () => {
    const reached = new Set(cases.flatMap(([, given]) => mamiAssessor.assess(given).trace.map(({ row }) => row)));
    expect([...marks.rows.keys()].filter((row) => !reached.has(row))).toEqual([]);
  });
});

describe('every case of the protocol, told of an orphan', () => {
  it.each(['none', null])('gives no row, card or action that is for others (at the breast: %s)', (bf_status) => {
    for (const [id, given] of cases) {
      const fed = bf_status === null ? given : { ...given, bf_status };
      const { values, trace } = mamiAssessor.assess({ ...fed, mother_status: 'dead' });
      const said = [
        ...trace.map(({ row }) => [row, marks.rows.get(row) ?? []] as const),
        ...(values['cards'] as readonly string[]).map((card) => [card, marks.cards.get(card) ?? []] as const),
        ...(values['actions'] as readonly string[]).map((code) => [code, marks.actions.get(code) ?? []] as const),
      ];
      const wrong = said.filter(([, conditions]) => conditions.some((condition) => values[condition] === false));
      expect(wrong, id).toEqual([]);
    }
  });
});

describe.each(visitForms)('%s, of an orphan', (form) => {
  it.each(scenes)('%s: no case makes it ask, say or advise what is for others', (_, changes) => {
    // Each case is tried in only one form and one scene, so that the test takes seconds; which one varies with the
    // case.
    for (const [id, given] of cases.filter((_case, at) => at % turns === turnOf(form, changes))) {
      const state = orphansVisit(form, { ...given, ...changes });
      expect(state.assessment.value('mother_alive'), id).toBe(false);
      expect(saidToOthers(state), id).toEqual([]);
    }
  });

  it('nor do any other answers', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(saidToOthers(orphansVisit(form, { ...answers, mother_status: 'dead' }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('speaks of her mother only as one who has died', () => {
    const state = orphansVisit(form, givenIn({ base: 'orphan_girl_11_weeks', given: {} }));
    const said = new Set(saidIn(state).map(([name]) => name));
    const texts = [
      ...state.assessment.trace.map(({ reason }) => reason.fr),
      ...state.filling.view.questions.flatMap(({ question: { label, hint } }) => [label.fr, hint?.fr ?? '']),
      ...mami.actions.filter(({ code }) => said.has(code)).map(({ text }) => text.fr),
      ...mami.cards.filter(({ id }) => said.has(id)).flatMap(({ title, text }) => [title.fr, text.fr]),
    ];
    const ofHer = texts.filter((text) => /(?<![\p{L}-])mère/iu.test(text));
    expect(
      ofHer.filter((text) => !/décédée|orphelin|perdu sa mère|à l'accouchement|VIH|^Situation de la mère$/i.test(text)),
    ).toEqual([]);
  });
});
