/** Cut-offs, intervals and choices, with where they decide. */
import type { Language, SourceStatus, Text } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { parameterUses } from '../sign-off/uncertain-content.ts';
import { formatValue } from '../words/format-value.ts';
import { createValueStyles } from '../words/value-styles.ts';
import { inBoth, provenance } from './provenance-words.ts';

export type BookletParameter = {
  /** As a draft names it. */
  readonly name: string;
  /** "PB bas : sous 110 mm": the title with its value. */
  readonly title: Text;
  readonly value: Text;
  /** How far a programme may move it; `null` when it may not say. */
  readonly limits: Text | null;
  /** Rules and computed values that read it. */
  readonly usedBy: readonly string[];
  readonly note: string;
  readonly status: SourceStatus;
  readonly authority: Text;
};

export const bookletParameters = (protocol: CompiledProtocol): readonly BookletParameter[] => {
  const { style } = createValueStyles(protocol);
  const standing = provenance(protocol);
  const uses = parameterUses(protocol);
  return protocol.parameters.map((parameter): BookletParameter => {
    const { name, value, limits, note } = parameter;
    const shown = style(`p.${name}`);
    const told = inBoth((language) => formatValue(value, language, shown));
    const span = inBoth((language) =>
      [limits.min, limits.max].map((limit) => (limit === null ? '…' : formatValue(limit, language, shown))).join(' – '),
    );
    return {
      name,
      title: inBoth((language) =>
        titleWith(
          parameter.title[language],
          formatValue(value, language, { ...shown, silentUnit: true }),
          told[language],
          language,
        ),
      ),
      value: told,
      limits: limits.min === null && limits.max === null ? null : span,
      usedBy: uses.get(`p.${name}`) ?? [],
      note,
      ...standing(parameter),
    };
  });
};

/** Titles hold `…` where the value stands, and say its unit; a title without it is followed by the value. */
const titleWith = (title: string, number: string, value: string, language: Language): string =>
  title.includes('…') ? title.replace('…', number) : `${title}${language === 'fr' ? ' :' : ':'} ${value}`;
