/**
 * A case that somebody types to see what a protocol says: it uses the same form as a real assessment, with the
 * questions that it raises, and shows what is concluded. Nothing is saved.
 */
import { parameterContext } from '@denba/protocols/assess/create-assessor';
import { namesBehind } from '@denba/protocols/assess/names-behind';
import type { Inputs } from '@denba/protocols/assess/read-inputs';
import { createTryCase, type TriedCase, toldConclusions } from '@denba/protocols/booklet/try-case';
import { createVisitEngine, type VisitEngine } from '@denba/protocols/care/visit/visit-engine';
import { startVisit, sweep } from '@denba/protocols/care/visit/visit-state';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { Answer, Input } from '@denba/questionnaires/answers';
import type { Group, Question } from '@denba/questionnaires/form';
import type { QuestionState } from '@denba/questionnaires/form-state';
import { sweepable } from '@denba/questionnaires/sweepable';

export type CaseSection = {
  readonly path: string;
  readonly group: Group;
  readonly questions: readonly QuestionState[];
  /** Some question of the section has an answer that means "looked for and not there". */
  readonly isSweepable: boolean;
};

export type ProtocolCase = {
  /** The answers to the questions before the form, by name, as typed. */
  readonly known: Readonly<Record<string, string>>;
  readonly sections: readonly CaseSection[];
  /** `null`: nothing was typed yet. */
  readonly tried: TriedCase | null;
  /** The values that the assessor was given. */
  readonly inputs: Inputs;
};

/** The facts about the child that are asked before the form; in a real visit they come from the register. */
export const knownNames = ['sex', 'birth_date', 'birth_weight_g'] as const;

type Fields = Readonly<Record<string, string>>;

/**
 * Names of fields: `known.<name>`, `answer.<path>`, `answer.<path>.<code>` for several codes, `none.<path of the
 * group>`.
 */
export const createProtocolCase = (protocol: CompiledProtocol): ((fields: Fields) => ProtocolCase) => {
  const engine = createVisitEngine(protocol, 'assessment');
  const tryCase = createTryCase(protocol);
  const conclusions = toldConclusions.map((path) => path.split('.', 1)[0] ?? path);
  const behind = namesBehind(protocol, conclusions);
  const given = { p: parameterContext(protocol) };
  return (fields) => {
    const known = knownIn(engine, fields);
    const opening = {
      circumstances: { given: { ...engine.assessor.assess(known).values, ...given }, earlier: {} },
      answers: { byPath: answersIn(engine, fields), instances: {}, swept: [] },
      fromRecord: {},
      known,
    };
    const swept = Object.keys(fields).flatMap((name) => (name.startsWith('none.') ? [name.slice(5)] : []));
    const state = swept.reduce(sweep, startVisit(engine, opening));
    const { view } = state.filling;
    const sections: { path: string; group: Group; questions: QuestionState[]; isSweepable: boolean }[] = [];
    for (const item of view.visible) {
      if (item.kind === 'group') {
        const isSweepable = sweepable(view, item.path).size > 0;
        sections.push({ path: item.path, group: item.group, questions: [], isSweepable });
      } else if (item.kind === 'question' && item.question.type !== 'text' && behind.has(item.path)) {
        sections.at(-1)?.questions.push(item);
      }
    }
    return {
      known: Object.fromEntries(knownNames.map((name) => [name, fields[`known.${name}`] ?? ''])),
      sections: sections.filter(({ questions }) => questions.length > 0),
      tried: Object.keys(fields).length === 0 ? null : tryCase(state.inputs),
      inputs: state.inputs,
    };
  };
};

const knownIn = ({ elements }: VisitEngine, fields: Fields): Inputs =>
  Object.fromEntries(
    knownNames.flatMap((name) => {
      const typed = (fields[`known.${name}`] ?? '').trim();
      const type = elements.get(name)?.type;
      if (typed === '' || type === undefined) return [];
      return [[name, type === 'integer' || type === 'number' ? numberOf(typed) : typed]];
    }),
  );

const answersIn = ({ form }: VisitEngine, fields: Fields): Readonly<Record<string, Answer>> => {
  const byPath: Record<string, Answer> = {};
  const read = (items: typeof form.form.items): void => {
    for (const item of items) {
      if (item.kind === 'group') read(item.items);
      if (item.kind !== 'question') continue;
      const input = inputOf(item, fields);
      if (input !== null) byPath[item.name] = { input, confirmed: [] };
    }
  };
  read(form.form.items);
  return byPath;
};

const inputOf = ({ name, type }: Question, fields: Fields): Input | null => {
  const field = `answer.${name}`;
  if (type === 'codes') {
    const codes = Object.keys(fields).flatMap((key) =>
      key.startsWith(`${field}.`) ? [key.slice(field.length + 1)] : [],
    );
    return codes.length === 0 ? null : codes;
  }
  const typed = (fields[field] ?? '').trim();
  if (typed === '') return null;
  if (type === 'boolean') return typed === 'yes';
  return type === 'integer' || type === 'number' ? numberOf(typed) : typed;
};

/** Text that is not a number stays as it was typed; the form then refuses it with a message. */
const numberOf = (typed: string): number | string => {
  const number = Number(typed.replace(',', '.').replaceAll(/[\s\u202f\u00a0]/g, ''));
  return Number.isFinite(number) ? number : typed;
};
