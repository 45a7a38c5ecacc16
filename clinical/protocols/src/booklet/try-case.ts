/** A case tried by hand: what a protocol concludes from given answers, and every rule that fired, in words. */
import { inBoth } from '@denba/quantities/in-both';
import type { Language, Text } from '@denba/quantities/text';
import { createAssessor } from '../assess/create-assessor.ts';
import type { Inputs } from '../assess/read-inputs.ts';
import { valueAt } from '../assess/trace.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { headline } from '../explain/explain.ts';
import { reasonParts } from '../explain/reason-parts.ts';
import { formatValue } from '../words/format-value.ts';
import { createValueStyles } from '../words/value-styles.ts';

export type TriedRule = {
  readonly row: string;
  readonly table: Text;
  readonly reason: Text;
  /** The values that the rule read, with their labels. */
  readonly values: readonly { readonly name: string; readonly label: Text; readonly value: Text }[];
  readonly authority: Text;
};

export type TriedCase = {
  readonly headline: Text;
  readonly conclusions: readonly { readonly name: string; readonly label: Text; readonly value: Text }[];
  /** The rules that fired, causes before conclusions. */
  readonly trace: readonly TriedRule[];
  /** Data elements without which some rule cannot be decided. */
  readonly missing: readonly { readonly name: string; readonly label: Text }[];
  /** Answers that were refused, with what to do. Each of them counts as unknown. */
  readonly refused: readonly { readonly field: string; readonly message: Text; readonly cure: Text }[];
};

/** The conclusions shown by default, as far as the protocol has them. */
export const toldConclusions = [
  'pair_class',
  'infant_class',
  'mother_class',
  'care.setting',
  'enrolment',
  'enrol_reasons',
  'next_visit_days',
] as const;

export const createTryCase = (
  protocol: CompiledProtocol,
  names: readonly string[] = toldConclusions,
): ((inputs: Inputs) => TriedCase) => {
  const { assess } = createAssessor(protocol);
  const styles = createValueStyles(protocol);
  const titles = new Map(protocol.tables.map(({ name, title }) => [name, title]));
  const has = new Set([...protocol.derived.map(({ name }) => name), ...titles.keys()]);
  const conclusions = names.filter((name) => has.has(name.split('.', 1)[0] ?? name));
  return (inputs) => {
    const assessment = assess(inputs);
    return {
      headline: inBoth((language) => headline(assessment, language)),
      conclusions: conclusions.map((name) => ({
        name,
        label: styles.label(name),
        value: inBoth((language) => formatValue(valueAt(assessment.values, name), language, styles.style(name))),
      })),
      trace: assessment.trace.map((entry): TriedRule => {
        const parts = (language: Language) => reasonParts(entry, language, styles, protocol);
        const [fr, en] = [parts('fr'), parts('en')];
        return {
          row: entry.row,
          table: titles.get(entry.table) ?? { fr: entry.table, en: entry.table },
          reason: entry.reason,
          values: fr.values.map(({ name, label, value }, at) => ({
            name,
            label: { fr: label, en: en.values[at]?.label ?? label },
            value: { fr: value, en: en.values[at]?.value ?? value },
          })),
          authority: { fr: fr.source, en: en.source },
        };
      }),
      missing: assessment.missing.map((name) => ({ name, label: styles.label(name) })),
      refused: assessment.problems.map(({ field, message, cure }) => ({ field, message, cure })),
    };
  };
};
