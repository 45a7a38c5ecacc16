/** Notices that say what was assumed about a file that is not plain comma-separated UTF-8. */
import type { Text } from '@denba/quantities/text';
import type { CsvInput } from './read-csv.ts';

export const inputNotices = ({ dialect, encoding, file }: Pick<CsvInput, 'dialect' | 'encoding' | 'file'>): Text[] => {
  const notices: Text[] = [];
  const separator = separators[dialect.delimiter];
  if (separator) notices.push({ fr: `${file} : ${separator.fr}`, en: `${file}: ${separator.en}` });
  if (dialect.decimalComma) {
    notices.push({ fr: `${file} : nombres à virgule (3,25)`, en: `${file}: decimal commas (3,25)` });
  }
  if (encoding() !== 'utf-8') {
    notices.push({
      fr: `${file} : lu comme ${encoding()}, pas UTF-8`,
      en: `${file}: read as ${encoding()}, not UTF-8`,
    });
  }
  return notices;
};

const separators: Readonly<Record<string, Text>> = {
  ';': { fr: 'colonnes séparées par des points-virgules', en: 'columns separated by semicolons' },
  '\t': { fr: 'colonnes séparées par des tabulations', en: 'columns separated by tabs' },
  '|': { fr: 'colonnes séparées par des barres |', en: 'columns separated by bars |' },
};
