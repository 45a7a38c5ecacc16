/** The sentences that describe the differences made by an overlay. */
import type { Language, Text } from '@denba/quantities/text';
import { parseNumber } from '../compile/cells.ts';
import { cell, type Row } from '../read/sheet.ts';
import { formatValue, plainStyle } from '../words/format-value.ts';

/**
 * For example "PB bas : sous 110 → 115 mm (statut : default, source : …)". The values replace `…` in the title, or
 * follow a title without it.
 */
export const parameterChange = (old: Row, row: Row): Text => ({
  fr: parameterSentence(old, row, 'fr'),
  en: parameterSentence(old, row, 'en'),
});

const parameterSentence = (old: Row, row: Row, language: Language): string => {
  const title = cell(row, `title::${language}`);
  const [before, after] = [shown(cell(old, 'value'), null, language), shown(cell(row, 'value'), null, language)];
  const unit = cell(row, 'unit') === 'z' ? 'z' : cell(row, 'unit') || null;
  const change = title.includes('…')
    ? title.replace('…', `${before} → ${after}`)
    : `${title}${language === 'fr' ? ' :' : ':'} ${shown(cell(old, 'value'), unit, language)} → ${shown(cell(row, 'value'), unit, language)}`;
  const [status, source, note] = [cell(row, 'status'), cell(row, 'source'), cell(row, 'note')];
  const approval = status === 'default' ? (language === 'fr' ? ', à valider' : ', to be approved') : '';
  return language === 'fr'
    ? `${change} (statut : ${status}${approval}, source : ${source || 'aucune'})${note === '' ? '' : ` ; ${note}`}`
    : `${change} (status: ${status}${approval}, source: ${source || 'none'})${note === '' ? '' : `; ${note}`}`;
};

const shown = (text: string, unit: string | null, language: Language): string => {
  const number = parseNumber(text);
  if (number !== null) return formatValue(number, language, { ...plainStyle, unit });
  const words: Readonly<Record<string, Record<Language, string>>> = {
    true: { fr: 'oui', en: 'yes' },
    false: { fr: 'non', en: 'no' },
  };
  return words[text]?.[language] ?? text;
};

export const addedRow = (path: string, key: string, row: Row): Text => {
  const name = nameOf(path, row);
  return {
    fr: `${kindOf(path).fr} ajouté(e) : ${key}${name.fr === '' ? '' : ` – ${name.fr}`}`,
    en: `${kindOf(path).en} added: ${key}${name.en === '' ? '' : ` – ${name.en}`}`,
  };
};

export const removedRow = (path: string, key: string, row: Row): Text => {
  const name = nameOf(path, row);
  return {
    fr: `${kindOf(path).fr} retiré(e) : ${key}${name.fr === '' ? '' : ` – ${name.fr}`}`,
    en: `${kindOf(path).en} removed: ${key}${name.en === '' ? '' : ` – ${name.en}`}`,
  };
};

export const cellChange = (path: string, key: string, old: Row, row: Row, column: string): Text => {
  const name = nameOf(path, row);
  const part = partOf(column);
  const [before, after] = [cell(old, column), cell(row, column)];
  return {
    fr: `${kindOf(path).fr} ${key}${name.fr === '' ? '' : ` (${name.fr})`}, ${part.fr} : « ${before || 'vide'} » → « ${after || 'vide'} »`,
    en: `${kindOf(path).en} ${key}${name.en === '' ? '' : ` (${name.en})`}, ${part.en}: “${before || 'blank'}” → “${after || 'blank'}”`,
  };
};

export const textChange = (key: string, title: Text, language: Language): Text => ({
  fr: `Carte ${key} (${title.fr}) : le texte ${language === 'fr' ? 'français' : 'anglais'} change`,
  en: `Card ${key} (${title.en}): the ${language === 'fr' ? 'French' : 'English'} text changes`,
});

const nameOf = (path: string, row: Row): Text => {
  const base = path.startsWith('tables/')
    ? 'reason'
    : ['label', 'title'].find((column) => cell(row, `${column}::fr`) !== '');
  return base === undefined ? { fr: '', en: '' } : { fr: cell(row, `${base}::fr`), en: cell(row, `${base}::en`) };
};

const kindOf = (path: string): Text => {
  if (path.startsWith('tables/')) return { fr: 'Règle', en: 'Rule' };
  if (path === 'forms/choices.csv') return { fr: 'Choix', en: 'Choice' };
  if (path.startsWith('forms/')) return { fr: 'Question', en: 'Question' };
  return kinds[path] ?? { fr: path, en: path };
};

const kinds: Readonly<Record<string, Text>> = {
  'parameters.csv': { fr: 'Paramètre', en: 'Parameter' },
  'data-elements.csv': { fr: 'Donnée', en: 'Data element' },
  'derived.csv': { fr: 'Valeur calculée', en: 'Computed value' },
  'tables.csv': { fr: 'Table', en: 'Table' },
  'outputs.csv': { fr: 'Conclusion', en: 'Output' },
  'schedule.csv': { fr: 'Rendez-vous', en: 'Contact' },
  'actions.csv': { fr: 'Action', en: 'Action' },
};

const partOf = (column: string): Text => {
  if (column.startsWith('when:'))
    return { fr: `condition sur ${column.slice(5).trim()}`, en: `condition on ${column.slice(5).trim()}` };
  if (column.startsWith('then:'))
    return { fr: `conclusion ${column.slice(5).trim()}`, en: `conclusion ${column.slice(5).trim()}` };
  const [base = column, language] = column.split('::');
  const words = parts[base] ?? { fr: base, en: base };
  if (language === undefined) return words;
  return { fr: `${words.fr} (${language})`, en: `${words.en} (${language})` };
};

const parts: Readonly<Record<string, Text>> = {
  value: { fr: 'valeur', en: 'value' },
  unit: { fr: 'unité', en: 'unit' },
  min: { fr: 'minimum', en: 'minimum' },
  max: { fr: 'maximum', en: 'maximum' },
  status: { fr: 'statut', en: 'status' },
  source: { fr: 'source', en: 'source' },
  note: { fr: 'note', en: 'note' },
  title: { fr: 'titre', en: 'title' },
  label: { fr: 'libellé', en: 'label' },
  text: { fr: 'texte', en: 'text' },
  reason: { fr: 'raison', en: 'reason' },
  expression: { fr: 'calcul', en: 'computation' },
  hard_min: { fr: 'minimum possible', en: 'least possible' },
  hard_max: { fr: 'maximum possible', en: 'greatest possible' },
  soft_min: { fr: 'minimum habituel', en: 'least usual' },
  soft_max: { fr: 'maximum habituel', en: 'greatest usual' },
  due_days: { fr: 'jours avant la date due', en: 'days until due' },
};
