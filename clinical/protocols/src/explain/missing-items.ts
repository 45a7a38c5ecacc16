/**
 * What a conclusion lacks, item by item, and how to complete it. "Not looked for" is distinguished from "not recorded".
 * A protocol that names its essential items (`missing_core`) has a sentence for each; otherwise the unanswered elements
 * are listed.
 */
import type { Language, Text } from '@denba/quantities/text';
import type { Assessment } from '../assess/assessment.ts';
import { valueIn } from '../assess/live-assessment.ts';
import { elementFinder, readsByName } from '../assess/names-behind.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import type { ValueStyles } from '../words/value-styles.ts';

export type MissingItem = {
  /** The first unanswered data element behind the item; `null` when all of them are answered. */
  readonly element: string | null;
  readonly text: string;
  readonly why: string;
};

/** The tables whose rows say that an essential item is missing. */
export const missingTables = (protocol: CompiledProtocol): ReadonlySet<string> => {
  const tables = new Set(protocol.tables.map(({ name }) => name));
  const reads = readsByName(protocol).get('missing_core') ?? [];
  return new Set(reads.map((name) => name.split('.', 1)[0] ?? name).filter((name) => tables.has(name)));
};

/** `behind`: the names that the class depends on. */
export const missingItems = (
  assessment: Assessment,
  protocol: CompiledProtocol,
  behind: ReadonlySet<string>,
  language: Language,
  { label }: ValueStyles,
): readonly MissingItem[] => {
  const essential = missingTables(protocol);
  if (essential.size === 0) {
    return assessment.missing
      .filter((name) => behind.has(name))
      .map((name) => ({ element: name, text: label(name)[language], why: why(assessment, [name])[language] }));
  }
  const unanswered = firstUnanswered(assessment, protocol);
  return assessment.trace
    .filter(({ table }) => essential.has(table))
    .map(({ reason, values }) => {
      const unknown = Object.keys(values).filter((name) => values[name] === null);
      return {
        element: unanswered(unknown.length > 0 ? unknown : Object.keys(values)),
        text: reason[language],
        why: why(assessment, unknown)[language],
      };
    });
};

const firstUnanswered = (
  assessment: Assessment,
  protocol: CompiledProtocol,
): ((names: readonly string[]) => string | null) => {
  const elementsBehind = elementFinder(protocol);
  return (names) => {
    const wanted = new Set(names.flatMap((name) => elementsBehind(name.split('.', 1)[0] ?? name)));
    return protocol.elements.find(({ name }) => wanted.has(name) && valueIn(assessment, name) === null)?.name ?? null;
  };
};

const why = ({ notAssessed }: Assessment, names: readonly string[]): Text =>
  names.some((name) => notAssessed.includes(name))
    ? { fr: 'non recherché', en: 'not looked for' }
    : { fr: 'non renseigné', en: 'not recorded' };
