/** Checks types, units and codes of all expressions and cells; infer.ts says what is reported. */
import type { Names } from '../compile/names.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { closest } from '../read/closest-name.ts';
import { type Clash, infer, inferTest } from './infer.ts';
import type { Expected, Uses } from './uses.ts';
import { kindOf, sameUnit, type ValueFacts } from './value-facts.ts';

export const checkTypes = (uses: Uses, names: Names): Problem[] => {
  const problems: Problem[] = [];
  const none: ReadonlyMap<string, ValueFacts> = new Map();
  for (const { expression, place, expected, locals } of uses.expressions) {
    const bound = new Map([...locals].map((name): [string, ValueFacts] => [name, unknownLocal]));
    const report = (clash: Clash): void => void problems.push(clashProblem(clash, place));
    const given = infer(expression, { names, report, bound: keepKnown(bound, names) });
    if (expected !== null) problems.push(...against(expected, given, place));
  }
  for (const { column, tests, place } of uses.cells) {
    if (tests.kind === 'any') continue;
    const report = (clash: Clash): void => void problems.push(clashProblem(clash, place));
    const value = infer(column, { names, report: () => {}, bound: none });
    for (const test of tests.tests) inferTest(test, value, { names, report, bound: none });
  }
  return problems;
};

const unknownLocal: ValueFacts = { kind: null, unit: null, codes: null, texts: null, item: null };

/** Drops names of a form that are also data elements, so that they have the facts of the data element. */
const keepKnown = (locals: ReadonlyMap<string, ValueFacts>, names: Names): ReadonlyMap<string, ValueFacts> =>
  new Map([...locals].filter(([name]) => !names.has(name)));

/** Compares what an expression gives with what its row declares. */
const against = (expected: Expected, given: ValueFacts, place: Place): Problem[] => {
  const kind = kindOf(expected.type);
  if (kind !== null && given.kind !== null && kind !== given.kind) {
    return [clashProblem({ kind: 'type', left: given.kind, right: kind }, place)];
  }
  const problems: Problem[] = [];
  if (expected.unit !== null && given.unit !== null && sameUnit(expected.unit) !== given.unit) {
    problems.push(clashProblem({ kind: 'unit', left: given.unit, right: sameUnit(expected.unit) }, place));
  }
  const texts = expected.type === 'code' ? given.texts : expected.type === 'codes' ? (given.item?.texts ?? null) : null;
  if (expected.values.length > 0) {
    for (const text of texts ?? []) {
      if (!expected.values.includes(text))
        problems.push(clashProblem({ kind: 'code', text, codes: expected.values }, place));
    }
  }
  return problems;
};

const clashProblem = (clash: Clash, place: Place): Problem => {
  switch (clash.kind) {
    case 'unit':
      return problem(
        'unitMismatch',
        place,
        {
          fr: `Deux unités se rencontrent ici : ${clash.left} et ${clash.right}.`,
          en: `Two units meet here: ${clash.left} and ${clash.right}.`,
        },
        {
          fr: "Convertissez l'une des deux, ou corrigez l'unité là où elle est déclarée.",
          en: 'Convert one of the two, or correct the unit where it is declared.',
        },
      );
    case 'type':
      return problem(
        'typeMismatch',
        place,
        {
          fr: `Deux types qui ne se comparent pas : ${typeWords[clash.left] ?? clash.left} et ${typeWords[clash.right] ?? clash.right}.`,
          en: `Two types that do not compare: ${clash.left} and ${clash.right}.`,
        },
        {
          fr: "Corrigez le nom, l'expression, ou le type déclaré.",
          en: 'Correct the name, the expression, or the declared type.',
        },
      );
    case 'code': {
      const near = closest(clash.text, clash.codes);
      return problem(
        'codeUnknown',
        place,
        { fr: `« ${clash.text} » n'est pas un code possible ici.`, en: `“${clash.text}” is not a possible code here.` },
        near === null
          ? { fr: `Codes : ${clash.codes.join(', ')}.`, en: `Codes: ${clash.codes.join(', ')}.` }
          : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
      );
    }
  }
};

const typeWords: Readonly<Record<string, string>> = {
  number: 'un nombre',
  boolean: 'un oui/non',
  string: 'un texte ou un code',
  date: 'une date',
  duration: 'une durée',
  list: 'une liste',
  context: 'un groupe de valeurs',
  range: 'un intervalle',
};
