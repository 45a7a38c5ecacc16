/**
 * What a conclusion lacks, and how to end it. "Not looked for" is told apart from "not recorded". A protocol that names
 * its essential items (`missing_core`) has its own sentence for each; otherwise the unanswered elements are listed.
 */
import type { Language, Text } from '@denba/quantities/text';
import type { Assessment, TraceEntry } from '../assess/assessment.ts';
import { readsByName } from '../assess/names-behind.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import type { ValueStyles } from '../words/value-styles.ts';

/** Longer lists are cut: nobody reads them, and the form asks in order. */
const longest = 12;

/** The tables whose rows say that an essential item is missing. */
export const missingTables = (protocol: CompiledProtocol): ReadonlySet<string> => {
  const tables = new Set(protocol.tables.map(({ name }) => name));
  const reads = readsByName(protocol).get('missing_core') ?? [];
  return new Set(reads.map((name) => name.split('.', 1)[0] ?? name).filter((name) => tables.has(name)));
};

export const missingLines = (
  assessment: Assessment,
  essential: ReadonlySet<string>,
  behind: ReadonlySet<string>,
  language: Language,
  { label }: ValueStyles,
): string[] => {
  const told = assessment.trace.filter(({ table }) => essential.has(table));
  const unanswered = assessment.missing.filter((name) => behind.has(name));
  const lines =
    essential.size > 0
      ? told.map((entry) => `- ${entry.reason[language]} (${whyOf(entry, assessment)[language]})`)
      : unanswered.map((name) => `- ${labelled(label(name)[language], why(assessment, [name])[language], language)}`);
  if (lines.length === 0) return [];
  const shown = lines.slice(0, longest);
  const more = lines.length - longest;
  if (more > 0)
    shown.push(language === 'fr' ? `- … et ${more} ${more > 1 ? 'autres' : 'autre'}` : `- … and ${more} more`);
  shown.push(
    language === 'fr'
      ? '  Recherchez ces points, notez-les, puis évaluez à nouveau. Ce qui manque ne compte jamais pour normal.'
      : '  Look for these, record them, then assess again. What is missing never counts as normal.',
  );
  return shown;
};

const whyOf = ({ values }: TraceEntry, assessment: Assessment): Text =>
  why(
    assessment,
    Object.keys(values).filter((name) => values[name] === null),
  );

const why = ({ notAssessed }: Assessment, names: readonly string[]): Text =>
  names.some((name) => notAssessed.includes(name))
    ? { fr: 'non recherché', en: 'not looked for' }
    : { fr: 'non renseigné', en: 'not recorded' };

const labelled = (label: string, text: string, language: Language): string =>
  `${label}${language === 'fr' ? ' :' : ':'} ${text}`;
