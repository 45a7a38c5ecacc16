/**
 * Checks that constants fit what they are compared with, and that outputs fit their declared types and codes. Constants
 * must be folded already.
 */

import type { Expression } from '../expression.ts';
import { written } from '../format-value.ts';
import { nearMatches } from '../parse/near-matches.ts';
import type { DecisionTable, TableOutput } from '../tables/decision-table.ts';
import { typeOf, type Value, type ValueType } from '../value.ts';
import { cellCondition } from './cell-condition.ts';
import type { Domain, Domains } from './domain.ts';
import { type Axes, type Axis, overAxes } from './table-axes.ts';
import type { TableProblem } from './table-problem.ts';

export const checkLiterals = (table: DecisionTable, domains: Domains): TableProblem[] => {
  const problems: TableProblem[] = [];
  const axes: Axes = new Map();
  for (const row of table.rows) {
    for (const [index, tests] of row.tests.entries()) {
      const input = table.inputs[index];
      if (!tests || !input) continue;
      overAxes(cellCondition(input.expression, tests), axes, domains, (finding) => {
        const problem =
          finding.kind === 'notAnalysed'
            ? notAnalysed(finding.what, row.id, input.source)
            : finding.ordered && (typeof finding.value === 'string' || typeof finding.value === 'boolean')
              ? notOrdered(finding.axis.label, row.id, input.source)
              : misfit(finding.axis, finding.value, row.id, input.source);
        if (problem) problems.push(problem);
      });
    }
    for (const [index, output] of row.outputs.entries()) {
      const declared = table.outputs[index];
      if (declared && output) problems.push(...misfitOutput(declared, output, row.id));
    }
  }
  for (const output of table.outputs) if (output.default) problems.push(...misfitOutput(output, output.default, null));
  return problems;
};

const typesOf: Readonly<Record<Domain['kind'], ValueType | null>> = {
  number: 'number',
  code: 'string',
  boolean: 'boolean',
  date: 'date',
  any: null,
};

const misfit = (axis: Axis, value: Value, row: string, column: string): TableProblem | null => {
  const { domain } = axis;
  const expected = typesOf[domain.kind];
  if (value === null || expected === null) return null;
  if (typeOf(value) !== expected) return typeMismatch(axis.label, domain.kind, value, row, column);
  if (domain.kind !== 'code' || domain.values.includes(String(value))) return null;
  return unknownCode(axis.label, String(value), domain.values, row, column);
};

const typeMismatch = (what: string, kind: string, value: Value, row: string | null, column: string): TableProblem => ({
  kind: 'typeMismatch',
  severity: 'error',
  row,
  column,
  message: {
    fr: `« ${what} » est de type ${frenchTypes[kind] ?? kind} et ne peut pas valoir ${written(value)}.`,
    en: `"${what}" is a ${kind} and cannot be ${written(value)}.`,
  },
  cure: {
    fr: 'Corrigez la valeur, ou le type déclaré de la donnée.',
    en: 'Correct the value, or the declared type of the data element.',
  },
});

const frenchTypes: Readonly<Record<string, string>> = {
  number: 'nombre',
  integer: 'nombre entier',
  boolean: 'oui/non',
  code: 'code',
  text: 'texte',
  list: 'liste',
};

const unknownCode = (
  what: string,
  code: string,
  values: readonly string[],
  row: string | null,
  column: string,
): TableProblem => {
  const near = nearMatches(code, values);
  const choice = (near.length > 0 ? near : values).join(', ');
  return {
    kind: 'unknownCode',
    severity: 'error',
    row,
    column,
    message: { fr: `« ${code} » n’est pas un code de « ${what} ».`, en: `"${code}" is not a code of "${what}".` },
    cure: { fr: `Codes possibles : ${choice}.`, en: `Possible codes: ${choice}.` },
  };
};

const notAnalysed = (what: string, row: string, column: string): TableProblem => ({
  kind: 'notAnalysed',
  severity: 'warning',
  row,
  column,
  message: { fr: `« ${what} » n’est pas une condition.`, en: `"${what}" is not a condition.` },
  cure: {
    fr: 'Écrivez une comparaison, une liste de codes ou une condition.',
    en: 'Write a comparison, a list of codes or a condition.',
  },
});

const notOrdered = (what: string, row: string, column: string): TableProblem => ({
  kind: 'notAnalysed',
  severity: 'warning',
  row,
  column,
  message: { fr: `« ${what} » est rangé par ordre alphabétique.`, en: `"${what}" is put in alphabetical order.` },
  cure: { fr: 'Énumérez les codes : a, b, c.', en: 'List the codes: a, b, c.' },
});

const outputTypes: Readonly<Record<string, ValueType>> = {
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  code: 'string',
  text: 'string',
  string: 'string',
  date: 'date',
  list: 'list',
};

const misfitOutput = (output: TableOutput, given: Expression, row: string | null): TableProblem[] => {
  if (given.kind !== 'literal' || given.value === null) return [];
  const expected = outputTypes[output.type];
  if (expected && typeOf(given.value) !== expected) {
    return [typeMismatch(output.name, output.type, given.value, row, output.name)];
  }
  if (!output.values || typeof given.value !== 'string' || output.values.includes(given.value)) return [];
  return [unknownCode(output.name, given.value, output.values, row, output.name)];
};
