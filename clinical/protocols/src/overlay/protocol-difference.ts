/**
 * What changes from one compiled protocol to the next, for those who give it to places: parameters with their values,
 * because they decide; rules, actions, cards and forms by name only. A compiled protocol no longer has the text of the
 * sheets' cells; the difference made by an overlay (`overlay-difference.ts`) still shows them.
 */
import type { Language, Text } from '@denba/quantities/text';
import { type JsonValue, sameJson } from '@denba/records/canonical-json';
import type { CompiledProtocol, Parameter } from '../compile/compiled-protocol.ts';
import { formatValue, plainStyle } from '../words/format-value.ts';

export const protocolDifference = (before: CompiledProtocol, after: CompiledProtocol): readonly Text[] => {
  const rulesOf = ({ tables }: CompiledProtocol) => tables.flatMap(({ rows }) => rows);
  return [
    ...versions(before, after),
    ...parameters(before.parameters, after.parameters),
    ...byName({ fr: 'Règle', en: 'Rule' }, rulesOf(before), rulesOf(after), ({ id }) => id),
    ...byName({ fr: 'Table', en: 'Table' }, heads(before), heads(after), ({ id }) => id),
    ...byName({ fr: 'Valeur calculée', en: 'Computed value' }, before.derived, after.derived, ({ name }) => name),
    ...byName({ fr: 'Donnée', en: 'Data element' }, before.elements, after.elements, ({ name }) => name),
    ...byName({ fr: 'Questionnaire', en: 'Form' }, before.forms, after.forms, ({ id }) => id),
    ...byName({ fr: 'Action', en: 'Action' }, before.actions, after.actions, ({ code }) => code),
    ...byName({ fr: 'Carte', en: 'Card' }, before.cards, after.cards, ({ id }) => id),
    ...byName({ fr: 'Calendrier', en: 'Schedule' }, [before.schedule], [after.schedule], () => ''),
  ];
};

const versions = (before: CompiledProtocol, after: CompiledProtocol): readonly Text[] => {
  const name = ({ version, overlays }: CompiledProtocol) => [version, ...overlays.map(({ id }) => id)].join(' + ');
  const text = `Version : ${name(before)} → ${name(after)}`;
  return name(before) === name(after) ? [] : [{ fr: text, en: text.replace(' :', ':') }];
};

/** The tables without their rows. */
const heads = ({ tables }: CompiledProtocol) => tables.map(({ rows: _, ...head }) => head);

const parameters = (before: readonly Parameter[], after: readonly Parameter[]): readonly Text[] => {
  const old = new Map(before.map((parameter) => [parameter.name, parameter]));
  const changed = after.flatMap((parameter): Text[] => {
    const was = old.get(parameter.name);
    if (was === undefined || was.value === parameter.value) return [];
    return [{ fr: sentence(was, parameter, 'fr'), en: sentence(was, parameter, 'en') }];
  });
  const rest = (list: readonly Parameter[]) => list.map(({ value: _, ...parameter }) => parameter);
  return [...changed, ...byName({ fr: 'Paramètre', en: 'Parameter' }, rest(before), rest(after), ({ name }) => name)];
};

const sentence = (was: Parameter, is: Parameter, language: Language): string => {
  const shown = ({ value, unit }: Parameter): string => formatValue(value, language, { ...plainStyle, unit });
  const title = is.title[language];
  const change = title.includes('…')
    ? title.replace('…', `${shown({ ...was, unit: null })} → ${shown({ ...is, unit: null })}`)
    : `${title}${language === 'fr' ? ' :' : ':'} ${shown(was)} → ${shown(is)}`;
  return `${change} (${is.name})`;
};

const byName = <One>(
  kind: Text,
  before: readonly One[],
  after: readonly One[],
  nameOf: (one: One) => string,
): readonly Text[] => {
  const [old, now] = [before, after].map((list) => new Map(list.map((one) => [nameOf(one), one])));
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  return names.flatMap((name): Text[] => {
    const [was, is] = [old?.get(name), now?.get(name)];
    if (was !== undefined && is !== undefined && sameJson(was as JsonValue, is as JsonValue)) return [];
    const what = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    const [fr, en] = [kind.fr, kind.en].map((word) => (name === '' ? word : `${word} ${name}`));
    return [{ fr: `${fr} : ${words[what].fr}`, en: `${en}: ${words[what].en}` }];
  });
};

const words = {
  added: { fr: 'ajout', en: 'added' },
  removed: { fr: 'retrait', en: 'removed' },
  changed: { fr: 'changement', en: 'changed' },
} as const;
