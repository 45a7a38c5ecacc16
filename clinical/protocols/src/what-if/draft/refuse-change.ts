/**
 * A quick check of one change while it is being typed, before the complete check: a value outside the limits, a cell
 * that cannot be parsed. `null`: the change itself is acceptable.
 */
import { parseUnaryTests } from '@denba/decisions/parse/parse-expression';
import type { Text } from '@denba/quantities/text';
import { isWithin } from '@denba/questionnaires/data-element';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { formatValue } from '../../words/format-value.ts';
import { createValueStyles } from '../../words/value-styles.ts';
import type { DraftChange } from './draft-change.ts';

export const refuseChange = (protocol: CompiledProtocol, change: DraftChange): Text | null => {
  switch (change.kind) {
    case 'parameter':
      return refuseParameter(protocol, change);
    case 'cell':
      if (!protocol.tables.some(({ rows }) => rows.some(({ id }) => id === change.row))) return unknown(change.row);
      return change.column.startsWith('when: ') ? refuseTests(change.text) : null;
    case 'schedule':
      return protocol.schedule.some(({ id }) => id === change.contact) ? null : unknown(change.contact);
    case 'removeRow':
    case 'addRow':
    case 'addCase':
      return null;
  }
};

const refuseParameter = (
  protocol: CompiledProtocol,
  { name, value }: Extract<DraftChange, { kind: 'parameter' }>,
): Text | null => {
  const parameter = protocol.parameters.find((one) => one.name === name);
  if (parameter === undefined) return unknown(name);
  if (typeof parameter.value === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return { fr: 'Écrivez un nombre, sans son unité.', en: 'Write a number, without its unit.' };
    }
    if (isWithin(value, parameter.limits)) return null;
    const style = createValueStyles(protocol).style(`p.${name}`);
    const span = (language: 'fr' | 'en'): string =>
      [parameter.limits.min, parameter.limits.max]
        .map((limit) => (limit === null ? '…' : formatValue(limit, language, style)))
        .join(' – ');
    return {
      fr: `Cette valeur est hors des limites (${span('fr')}).`,
      en: `This value is outside the limits (${span('en')}).`,
    };
  }
  if (typeof value === typeof parameter.value && value !== '') return null;
  return { fr: 'Cette valeur n’est pas de la sorte attendue.', en: 'This value is not of the expected kind.' };
};

const refuseTests = (text: string): Text | null => {
  if (text.trim() === '' || text.trim() === '-') return null;
  const parsed = parseUnaryTests(text);
  if (parsed.ok) return null;
  return {
    fr: 'Cette case ne peut pas être lue. Écrivez-la comme les autres du protocole : < p.waz_cut, true, none.',
    en: 'This cell cannot be read. Write it like the others of the protocol: < p.waz_cut, true, none.',
  };
};

const unknown = (name: string): Text => ({
  fr: `Le protocole n’a rien qui se nomme « ${name} ».`,
  en: `The protocol has nothing named “${name}”.`,
});
