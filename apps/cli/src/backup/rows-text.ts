/** The number of rows of each kind, as text for the server's administrator. */
import type { Language, Text } from '@denba/quantities/text';
import { count } from '../output/format-number.ts';
import { textTable } from '../output/text-table.ts';

const names: Readonly<Record<string, Text>> = {
  place: { fr: 'lieux', en: 'places' },
  account: { fr: 'comptes', en: 'accounts' },
  device: { fr: 'téléphones', en: 'phones' },
  entry: { fr: 'saisies', en: 'entries' },
  family_summary: { fr: 'familles', en: 'families' },
  quarantine: { fr: 'saisies gardées à part', en: 'entries set apart' },
  audit: { fr: "lignes d'audit", en: 'lines of audit' },
};

export const rowsText = (rows: Readonly<Record<string, number>>, language: Language): string =>
  textTable(
    language === 'fr' ? ['contenu', 'nombre'] : ['contents', 'number'],
    Object.entries(names).flatMap(([table, name]) =>
      rows[table] === undefined ? [] : [[name[language], count(rows[table], language)]],
    ),
  ).join('\n');
