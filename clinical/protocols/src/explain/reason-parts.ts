/** A row that fired, in words: its sentence, the values that it read, and its source. */
import type { Language, SourceStatus } from '@denba/quantities/text';
import type { TraceEntry } from '../assess/assessment.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { formatValue } from '../words/format-value.ts';
import { shortLabel } from '../words/short-label.ts';
import type { ValueStyles } from '../words/value-styles.ts';

export type ReasonParts = {
  readonly row: string;
  readonly text: string;
  readonly values: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  readonly source: string;
  readonly status: SourceStatus;
};

export const reasonParts = (
  { row, reason, values, source, status }: TraceEntry,
  language: Language,
  { style, label }: ValueStyles,
  protocol: Pick<CompiledProtocol, 'sources'>,
): ReasonParts => ({
  row,
  text: reason[language],
  values: Object.entries(values).map(([name, value]) => ({
    name,
    label: shortLabel(label(name)[language]),
    value: formatValue(value, language, style(name)),
  })),
  source: authority(source, status, language, protocol),
  status,
});

/** Attributes a rule to its source. A rule that awaits approval is attributed to nobody, whatever inspired it. */
export const authority = (
  source: string,
  status: TraceEntry['status'],
  language: Language,
  protocol: Pick<CompiledProtocol, 'sources'>,
): string => {
  if (status === 'default')
    return language === 'fr' ? 'à valider par un clinicien' : 'awaiting approval by a clinician';
  const titles = source
    .split(/\s+/)
    .map((key) => protocol.sources.find((cited) => cited.key === key)?.title || key)
    .join(' ; ');
  if (status === 'national') return language === 'fr' ? `règle nationale : ${titles}` : `national rule: ${titles}`;
  return language === 'fr' ? `source : ${titles}` : `source: ${titles}`;
};
