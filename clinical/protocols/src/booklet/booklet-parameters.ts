/** The booklet's list of parameters (cut-offs, intervals and choices), with the rules that use them. */
import { inBoth } from '@denba/quantities/in-both';
import type { Language, SourceStatus, Text } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { parameterUses } from '../sign-off/uncertain-content.ts';
import { formatValue } from '../words/format-value.ts';
import { createValueStyles } from '../words/value-styles.ts';
import { provenance } from './provenance-words.ts';

export type BookletParameter = {
  /** The name by which a draft refers to the parameter. */
  readonly name: string;
  /** The title with its value, for example "PB bas : sous 110 mm". */
  readonly title: Text;
  readonly value: Text;
  /** The range within which a programme may change the value; `null` when the protocol gives none. */
  readonly limits: Text | null;
  /** Ids of rows and contacts, and names of derived values and questions, that read the parameter. */
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

/** A title contains `…` where the value (without unit) goes; otherwise the value is added after it. */
const titleWith = (title: string, number: string, value: string, language: Language): string =>
  title.includes('…') ? title.replace('…', number) : `${title}${language === 'fr' ? ' :' : ':'} ${value}`;
