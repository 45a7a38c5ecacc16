/**
 * Explains why a draft concludes differently for one assessment: runs both versions with their traces and puts the
 * differences into words. For one infant at a time, on request.
 */

import type { Scope } from '@denba/decisions/value';
import { inBoth } from '@denba/quantities/in-both';
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { TraceEntry } from '../../assess/assessment.ts';
import { createAssessor } from '../../assess/create-assessor.ts';
import type { Inputs } from '../../assess/read-inputs.ts';
import { valueAt } from '../../assess/trace.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { headline } from '../../explain/explain.ts';
import { authority } from '../../explain/reason-parts.ts';
import { formatValue } from '../../words/format-value.ts';
import { createValueStyles } from '../../words/value-styles.ts';
import { usualConclusions } from '../replay/baseline.ts';

/** A rule that fired, in words. */
export type SpokenRule = {
  readonly row: string;
  readonly table: Text;
  readonly reason: Text;
  readonly authority: Text;
  readonly status: SourceStatus;
};

export type ConclusionInWords = {
  readonly name: string;
  readonly label: Text;
  readonly before: Text;
  readonly after: Text;
};

export type WhyChanged = {
  /** The class in one line, by the base (`before`) and by the draft (`after`). */
  readonly before: Text;
  readonly after: Text;
  /** The conclusions that differ. */
  readonly conclusions: readonly ConclusionInWords[];
  /** Rules that fired only in the base, only in the draft, and in both with different sentences. Causes come first. */
  readonly silenced: readonly SpokenRule[];
  readonly added: readonly SpokenRule[];
  readonly reworded: readonly { readonly before: SpokenRule; readonly after: SpokenRule }[];
};

/** Prepares two versions; the returned function compares them for one assessment. */
export const createWhyChanged = (
  base: CompiledProtocol,
  draft: CompiledProtocol,
  names: readonly string[] = usualConclusions,
): ((inputs: Inputs) => WhyChanged) => {
  const [one, other] = [teller(base), teller(draft)];
  return (inputs) => {
    const [before, after] = [one.assess(inputs), other.assess(inputs)];
    const [old, now] = [before.trace.map(one.spoken), after.trace.map(other.spoken)];
    const [oldRows, nowRows] = [byRow(old), byRow(now)];
    return {
      before: inBoth((language) => headline(before, language)),
      after: inBoth((language) => headline(after, language)),
      conclusions: names.flatMap((name): ConclusionInWords[] => {
        const [was, is] = [one.told(before.values, name), other.told(after.values, name)];
        const same = was.fr === is.fr && was.en === is.en;
        return same ? [] : [{ name, label: other.label(name), before: was, after: is }];
      }),
      silenced: old.filter(({ row }) => !nowRows.has(row)),
      added: now.filter(({ row }) => !oldRows.has(row)),
      reworded: now.flatMap((rule) => {
        const was = oldRows.get(rule.row);
        return was === undefined || sameText(was.reason, rule.reason) ? [] : [{ before: was, after: rule }];
      }),
    };
  };
};

const teller = (protocol: CompiledProtocol) => {
  const { assess } = createAssessor(protocol);
  const { label, style } = createValueStyles(protocol);
  const titles = new Map(protocol.tables.map(({ name, title }) => [name, title]));
  return {
    assess,
    label,
    told: (values: Scope, name: string): Text =>
      inBoth((language) => formatValue(valueAt(values, name), language, style(name))),
    spoken: ({ table, row, reason, source, status }: TraceEntry): SpokenRule => ({
      row,
      reason,
      status,
      table: titles.get(table) ?? { fr: table, en: table },
      authority: inBoth((language) => authority(source, status, language, protocol)),
    }),
  };
};

const sameText = (a: Text, b: Text): boolean => a.fr === b.fr && a.en === b.en;

const byRow = (rules: readonly SpokenRule[]): ReadonlyMap<string, SpokenRule> =>
  new Map(rules.map((rule) => [rule.row, rule]));
