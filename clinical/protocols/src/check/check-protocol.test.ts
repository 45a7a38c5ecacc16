import { describe, expect, it } from 'vitest';
import { exampleProtocol, withSlip } from '../example/example-protocol.ts';
import type { Problem, ProblemKind } from '../problem.ts';
import { type ProtocolFiles, readProtocol } from '../read/read-protocol.ts';
import { checkProtocol } from './check-protocol.ts';

const problemsOf = (files: ProtocolFiles, overlays: readonly string[] = []): readonly Problem[] => {
  const { source, problems } = readProtocol(files, overlays);
  return checkProtocol(source, problems).problems;
};

/** Only the changed file, so that it can be combined with another slip. */
const slipOf = (path: string, piece: string, slip: string): [string, string][] => [
  [path, withSlip(path, piece, slip).get(path) ?? ''],
];

/** `[what the author did wrong, the files, the kind of problem expected, its place]` */
type Slip = readonly [title: string, files: ProtocolFiles, kind: ProblemKind, place: string];

const parameters = 'parameters.csv';
const elements = 'data-elements.csv';
const derived = 'derived.csv';
const findings = 'tables/dt-01-findings.csv';
const form = 'forms/visit.csv';
const card = 'advice/cc01.md';
const cases = 'vignettes/cases.yaml';

/** An audience whose word is spoken only where oedema is known: not medicine, only an example of a condition. */
const audiences = withSlip('protocol.yaml', 'approval:', 'audiences: {fed: {fr: sein, en: breast}}\napproval:').get(
  'protocol.yaml',
);
const fedRow = 'fed,boolean,,,,,"oedema != null",default,BOOK,Au sein,At the breast\nage_days,';
const forFed = (...changes: readonly [string, string][]): ProtocolFiles =>
  new Map([
    ...exampleProtocol(),
    ['protocol.yaml', audiences ?? ''],
    ...slipOf(derived, 'age_days,', fedRow),
    ...changes,
  ]);

const slips: readonly Slip[] = [
  ['a needed file is missing', exampleProtocol({ 'outputs.csv': null }), 'fileMissing', 'outputs.csv'],
  [
    'a table names a sheet that is not there',
    exampleProtocol({ [findings]: null }),
    'fileMissing',
    'tables.csv:2 [file]',
  ],
  ['a sheet that nothing names', exampleProtocol({ 'tables/dt-09.csv': 'id\n' }), 'fileUnknown', 'tables/dt-09.csv'],
  ['a file in the wrong place', exampleProtocol({ 'parametres.csv': 'name\n' }), 'fileUnknown', 'parametres.csv'],
  ['a quote that is not closed', withSlip(parameters, 'Poids bas :', '"Poids bas :'), 'notCsv', 'parameters.csv:2'],
  ['an empty sheet', exampleProtocol({ 'actions.csv': '' }), 'notCsv', 'actions.csv:1'],
  ['YAML with a stray bracket', withSlip('protocol.yaml', 'title: {', 'title: {{'), 'notYaml', 'protocol.yaml:'],
  ['a card without its header', exampleProtocol({ [card]: '## fr\nBonjour\n' }), 'cardShape', 'advice/cc01.md:1'],
  ['a text that needs a condition and does not say so', forFed(), 'audienceMissing', 'advice/cc01.md:12 [fr]'],
  [
    'a row that calls for a card of others',
    forFed(...slipOf(card, 'audience: mother', 'audience: mother\nfor: fed')),
    'audienceMissing',
    'tables/dt-01-findings.csv:3 [for]',
  ],
  [
    'a condition that nobody defined',
    withSlip(card, 'audience: mother', 'audience: mother\nfor: feed'),
    'nameUnknown',
    'advice/cc01.md:5 [for]',
  ],
  ['a column left out', withSlip(parameters, ',status,', ',stat,'), 'columnMissing', 'parameters.csv:1 [status]'],
  ['a column misspelt', withSlip(parameters, ',note\n', ',notes\n'), 'columnUnknown', 'parameters.csv:1 [notes]'],
  ['a column given twice', withSlip(parameters, ',note\n', ',unit\n'), 'columnTwice', 'parameters.csv:1 [unit]'],
  ['a comma outside quotes', withSlip(parameters, 'below … g,', 'below … g,x,y'), 'rowTooLong', 'parameters.csv:2'],
  [
    'a parameter without value',
    withSlip(parameters, '2500,number', ',number'),
    'cellMissing',
    'parameters.csv:2 [value]',
  ],
  [
    'a value with its unit',
    withSlip(parameters, '2500,number', '2500 g,number'),
    'notANumber',
    'parameters.csv:2 [value]',
  ],
  [
    'a yes/no that is neither',
    withSlip(parameters, '2500,number', 'peut-être,boolean'),
    'notABoolean',
    'parameters.csv:2 [value]',
  ],
  ['a type that does not exist', withSlip(elements, 'sex,code', 'sex,coed'), 'notOneOf', 'data-elements.csv:2 [type]'],
  ['a value outside its own limits', withSlip(parameters, '2500,', '250,'), 'outOfRange', 'parameters.csv:2 [value]'],
  [
    'a name with a space',
    withSlip(parameters, 'revisit_days,14', 'revisit days,14'),
    'nameInvalid',
    'parameters.csv:3 [name]',
  ],
  ['a row id of another table', withSlip(findings, 'EX.DT.01.02', 'EX.DT.07.02'), 'nameInvalid', `${findings}:3 [id]`],
  [
    'a name given twice',
    withSlip(parameters, 'revisit_days,14', 'low_weight_g,14'),
    'nameTwice',
    'parameters.csv:3 [name]',
  ],
  [
    'a value named as an element',
    withSlip(derived, 'age_days,number', 'weight_g,number'),
    'nameTwice',
    'data-elements.csv:5 [name]',
  ],
  ['two cases with one id', withSlip(cases, 'EX.V.004', 'EX.V.001'), 'nameTwice', 'vignettes/cases.yaml:19'],
  [
    'a name that nothing defines',
    withSlip(derived, 'visit_date - birth_date', 'visit_date - dob'),
    'nameUnknown',
    'derived.csv:2 [expression]',
  ],
  [
    'a column on an unknown name',
    withSlip(findings, 'when: weight_g', 'when: weigth_g'),
    'nameUnknown',
    `${findings}:1 [when: weigth_g]`,
  ],
  [
    'an expression that ends too early',
    withSlip(derived, '(visit_date - birth_date).days', '(visit_date -'),
    'expressionWrong',
    'derived.csv:2 [expression]',
  ],
  [
    'a cell that does not parse',
    withSlip(findings, '< p.low_weight_g,', '< < p.low_weight_g,'),
    'expressionWrong',
    `${findings}:3 [when: weight_g]`,
  ],
  [
    'a date compared with a number',
    withSlip(derived, 'oedema != null', 'visit_date > 0'),
    'typeMismatch',
    'derived.csv:6 [expression]',
  ],
  [
    'an expression of another type than declared',
    withSlip(derived, 'danger_signs_answered,boolean', 'danger_signs_answered,date'),
    'typeMismatch',
    'derived.csv:6 [expression]',
  ],
  [
    'grams compared with kilograms',
    withSlip(parameters, 'number,g,', 'number,kg,'),
    'unitMismatch',
    `${findings}:3 [when: weight_g]`,
  ],
  [
    'a declared unit that is not the expression’s',
    withSlip(derived, 'next_visit_days,number,d', 'next_visit_days,number,wk'),
    'unitMismatch',
    'derived.csv:9 [expression]',
  ],
  [
    'a reason in one language only',
    withSlip(findings, 'Oedema present.', ''),
    'textMissing',
    `${findings}:2 [reason::en]`,
  ],
  [
    'a constraint that does not say why',
    withSlip(form, 'Le poids est positif.,Weight is positive.', ','),
    'textMissing',
    'forms/visit.csv:4 [constraint_message::fr]',
  ],
  [
    'a cut-off without source',
    withSlip(parameters, 'sourced,BOOK,Poids', 'sourced,,Poids'),
    'sourceMissing',
    'parameters.csv:2 [source]',
  ],
  [
    'a source that is not listed',
    withSlip(parameters, 'sourced,BOOK,Poids', 'sourced,BOOC,Poids'),
    'sourceUnknown',
    'parameters.csv:2 [source]',
  ],
  [
    '“sourced” by a book that was not read',
    withSlip(parameters, 'sourced,BOOK,Poids', 'sourced,HEARSAY,Poids'),
    'sourceUnknown',
    'parameters.csv:2 [source]',
  ],
  [
    'a cut-off without status',
    withSlip(parameters, 'sourced,BOOK,Poids', ',BOOK,Poids'),
    'statusMissing',
    'parameters.csv:2 [status]',
  ],
  [
    'a cut-off written in a cell',
    withSlip(findings, '< p.low_weight_g,', '< 2500,'),
    'literalInCell',
    `${findings}:3 [when: weight_g]`,
  ],
  [
    'a cut-off written in a computation',
    withSlip(derived, 'oedema != null', 'weight_g > 700'),
    'literalInCell',
    'derived.csv:6 [expression]',
  ],
  [
    'a code that the output does not have',
    withSlip(findings, ',high,,', ',hihg,,'),
    'codeUnknown',
    `${findings}:2 [then: level]`,
  ],
  [
    'a code that the question does not have',
    withSlip(derived, 'oedema != null', '"oedema = ""presnt"""'),
    'codeUnknown',
    'derived.csv:6 [expression]',
  ],
  [
    'a code of a question that has no words',
    withSlip('forms/choices.csv', 'oedema,present,Oui,Yes\n', ''),
    'wordsMissing',
    'data-elements.csv:6 [values]',
  ],
  [
    'a code of a conclusion that has no words',
    withSlip('outputs.csv', 'conclusion,class,code,high', 'conclusion,class,code,severe high'),
    'wordsMissing',
    'outputs.csv:4 [values]',
  ],
  [
    'a code of a parameter that has no words',
    withSlip(parameters, 'revisit_days,14', 'rule,strict,code,,,,sourced,BOOK,Règle,Rule,\nrevisit_days,14'),
    'wordsMissing',
    'parameters.csv:3 [value]',
  ],
  [
    'a ring of values',
    withSlip(derived, 'count(findings.undecided) > 0', 'pair_incomplete'),
    'cycle',
    'derived.csv:5 [expression]',
  ],
  [
    'a parameter that nothing reads',
    withSlip(parameters, 'revisit_days,14', 'spare,1,number,,,,sourced,BOOK,Reste,Spare,\nrevisit_days,14'),
    'parameterUnused',
    'parameters.csv:3 [name]',
  ],
  [
    'a card that does not exist',
    new Map([...withSlip(findings, ',high,,', ',high,CC02,'), ...slipOf('outputs.csv', 'code,CC01', 'code,CC01 CC02')]),
    'referenceDangling',
    `${findings}:2 [then: card]`,
  ],
  [
    'a question that is no data element',
    withSlip(form, 'integer,weight_g', 'integer,wieght_g'),
    'referenceDangling',
    'forms/visit.csv:4 [name]',
  ],
  [
    'a list of choices that does not exist',
    withSlip(form, 'select_one oedema', 'select_one odema'),
    'referenceDangling',
    'forms/visit.csv:5 [type]',
  ],
  [
    'an output that the table does not declare',
    withSlip('outputs.csv', 'findings,card', 'findings,sheet'),
    'referenceDangling',
    `${findings}:1 [then: card]`,
  ],
  [
    'an output of no table',
    withSlip('outputs.csv', 'conclusion,class', 'conclusions,class'),
    'referenceDangling',
    'outputs.csv:4 [table]',
  ],
  ['a card that nothing gives', withSlip(card, 'id: CC01', 'id: CC07'), 'contentUnused', 'advice/cc01.md:2'],
  [
    'a card of more than eighty words',
    withSlip(card, 'Donnez le sein souvent.', 'mot '.repeat(81)),
    'cardTooLong',
    'advice/cc01.md:12 [fr]',
  ],
  [
    'a reason that shows an unknown name',
    withSlip(findings, '{weight_g}', '{wheight_g}'),
    'placeholderUnknown',
    `${findings}:3 [reason::fr]`,
  ],
  ['a group that is never closed', withSlip(form, 'end_group,', 'note,x'), 'formWrong', 'forms/visit.csv:3'],
  [
    'a calculation that reads itself',
    withSlip(form, '(visit_date - birth_date).days,,', 'age_in_form + 1,,'),
    'formWrong',
    'forms/visit.csv:7 [name]',
  ],
  [
    'half a day in the schedule',
    withSlip('schedule.csv', 'p.revisit_days,2,7', 'p.revisit_days,2,7.5'),
    'scheduleWrong',
    'schedule.csv:2 [window_after_days]',
  ],
  [
    'a contact that repeats after no day',
    withSlip('schedule.csv', 'p.revisit_days,2,7,', 'p.revisit_days,2,7,0'),
    'scheduleWrong',
    'schedule.csv:2 [repeat_days]',
  ],
  [
    'two rows that hold at once where one may',
    new Map([...withSlip('tables.csv', 'dt-02-conclusion.csv,F', 'dt-02-conclusion.csv,U')]),
    'overlap',
    'tables/dt-02-conclusion.csv',
  ],
  [
    'a case that no row answers',
    exampleProtocol({
      'tables/dt-02-conclusion.csv':
        'id,when: weight_g,then: class,reason::fr,reason::en,source,status\n' +
        'EX.DT.02.01,< p.low_weight_g,high,Bas.,Low.,BOOK,sourced\n' +
        'EX.DT.02.02,> p.low_weight_g,low,Haut.,High.,BOOK,sourced\n',
    }),
    'gap',
    'tables/dt-02-conclusion.csv:1',
  ],
  [
    'columns that depend on each other, so that no gap can be proved',
    withSlip('tables/dt-02-conclusion.csv', 'EX.DT.02.04,,,,low', 'EX.DT.02.04,,,> 0,low'),
    'notAnalysed',
    'tables/dt-02-conclusion.csv:1',
  ],
  [
    'a row under a row that takes all',
    withSlip('tables/dt-02-conclusion.csv', 'EX.DT.02.01,true', 'EX.DT.02.01,'),
    'rowUnreachable',
    'tables/dt-02-conclusion.csv:3',
  ],
  [
    'a priority without order',
    new Map([
      ...withSlip('tables.csv', 'dt-02-conclusion.csv,F', 'dt-02-conclusion.csv,P'),
      ...slipOf('outputs.csv', 'class,code,high moderate incomplete low', 'class,text,'),
    ]),
    'tableWrong',
    'tables/dt-02-conclusion.csv:1',
  ],
  [
    'a case without expectation',
    withSlip(cases, 'expect: {pair_class: incomplete}', 'expect: {}'),
    'vignetteWrong',
    'vignettes/cases.yaml:19',
  ],
  [
    'a case that does not say its source',
    withSlip(cases, 'source: derived\n', 'source: ""\n'),
    'vignetteWrong',
    'vignettes/cases.yaml:1',
  ],
  [
    'a case that fails',
    withSlip(cases, 'pair_class: moderate', 'pair_class: low'),
    'vignetteFails',
    'vignettes/cases.yaml:7',
  ],
  [
    'a case on a base that does not exist',
    withSlip(cases, 'base: well', 'base: wel'),
    'vignetteFails',
    'vignettes/cases.yaml:1',
  ],
  [
    'a row that no case reaches',
    withSlip(
      cases,
      'given: {oedema: present, weight_g: null}\n  expect: {pair_class: high, undecided: [EX.DT.01.02]}',
      'given: {}\n  expect: {pair_class: low}',
    ),
    'rowUnreached',
    `${findings}:2 [id]`,
  ],
];

describe('the checker', () => {
  it('finds nothing to say of the example protocol', () => {
    expect(problemsOf(exampleProtocol())).toEqual([]);
  });

  it.each(slips)('says what is wrong with %s', (_, files, kind, place) => {
    const found = problemsOf(files).filter((problem) => problem.kind === kind);
    expect(
      found.map(
        ({ file, line, column }) =>
          `${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : ` [${column}]`}`,
      ),
    ).toContainEqual(expect.stringContaining(place));
  });

  it.each(slips)('says it in both languages, with what to do: %s', (_, files) => {
    for (const { message, cure } of problemsOf(files)) {
      for (const text of [message.fr, message.en, cure.fr, cure.en]) expect(text).not.toBe('');
    }
  });

  it('never throws on files that hold anything at all', () => {
    for (const path of exampleProtocol().keys()) {
      for (const text of ['', ',', '"', '---\n', '- a\n- b: [', '{}', 'id\nx,y,z', '\u0000']) {
        expect(() => problemsOf(exampleProtocol({ [path]: text }))).not.toThrow();
      }
    }
  });

  it('suggests the name that was meant', () => {
    const [problem] = problemsOf(withSlip(derived, 'oedema != null', 'oedma != null'));
    expect(problem?.cure).toEqual({ fr: 'Vouliez-vous écrire « oedema » ?', en: 'Did you mean “oedema”?' });
  });

  it('says where the words of a code belong', () => {
    const problems = problemsOf(
      withSlip('outputs.csv', 'conclusion,class,code,high', 'conclusion,class,code,severe high'),
    );
    expect(problems.find(({ kind }) => kind === 'wordsMissing')?.cure.en).toBe(
      'Add it to forms/choices.csv: list_name “conclusion.class”, name “severe”, and its words in both languages.',
    );
  });

  it('asks no words for the names of facts that indicators count', () => {
    const problems = problemsOf(
      withSlip('outputs.csv', 'findings,card', 'findings,fact,code,seen,,Fait,Fact\nfindings,card'),
    );
    expect(problems.map(({ kind }) => kind)).not.toContain('wordsMissing');
  });

  it('knows an overlay that does not exist, and a row of it that matches nothing', () => {
    expect(problemsOf(exampleProtocol(), ['heavi']).map(({ kind }) => kind)).toEqual(['overlayMissing']);
    const files = exampleProtocol({ 'overlays/heavy/parameters.csv': 'name,value\nlow_wieght_g,2800\n' });
    expect(problemsOf(files, ['heavy']).map(({ kind, line }) => [kind, line])).toEqual([['overlayMatchesNothing', 2]]);
  });

  it('does not let an unreadable cell pass for a cell that asks nothing', () => {
    const { source } = readProtocol(withSlip(findings, 'present,,high', '((,,high'));
    const { vignettes } = checkProtocol(source);
    expect(vignettes?.reachedRows).not.toContain('EX.DT.01.01');
  });
});
