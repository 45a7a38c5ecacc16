/** Finds the known columns of a file by their headings, ignoring case, spaces and hyphens. */
import { nearMatches } from '@denba/decisions/parse/near-matches';
import type { Text } from '@denba/quantities/text';
import { exitCode } from '../command-line/exit-code.ts';
import { type Failure, Stop } from '../command-line/failure.ts';

export const columnName = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** The index of each known column that the header has. A known column that appears twice ends the command. */
export const locateColumns = <Name extends string>(
  file: string,
  header: readonly string[],
  known: readonly Name[],
): ReadonlyMap<Name, number> => {
  const places = new Map<Name, number>();
  header.forEach((heading, index) => {
    const name = known.find((candidate) => candidate === columnName(heading));
    if (name === undefined) return;
    if (places.has(name)) throw new Stop(columnTwice(file, heading));
    places.set(name, index);
  });
  return places;
};

/** Unknown headings that resemble a known column that the file does not have. */
export const misspelt = <Name extends string>(
  header: readonly string[],
  known: readonly Name[],
  found: ReadonlyMap<Name, number>,
): readonly { readonly heading: string; readonly near: Name }[] =>
  header.flatMap((heading) => {
    const name = columnName(heading);
    if (name === '' || known.some((candidate) => candidate === name)) return [];
    const absent = known.filter((candidate) => !found.has(candidate));
    const near = absent.find((candidate) => candidate === nearMatches(name, absent)[0]);
    // Short words (note, date) resemble each other by chance, so the first letter must match.
    return near === undefined || near[0] !== name[0] ? [] : [{ heading, near }];
  });

export const columnsMissing = (
  file: string,
  header: readonly string[],
  missing: readonly string[],
  cure: Text,
): Failure => {
  const seen = header.filter((name) => name !== '').join(', ') || '–';
  return {
    exit: exitCode.cannotRead,
    place: { file, line: 1 },
    what: {
      fr: `${missing.length > 1 ? 'il manque les colonnes' : 'il manque la colonne'} ${missing.join(', ')}. Colonnes trouvées : ${seen}.`,
      en: `${missing.length > 1 ? 'the columns' : 'the column'} ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing. Columns found: ${seen}.`,
    },
    cure,
  };
};

const columnTwice = (file: string, heading: string): Failure => ({
  exit: exitCode.cannotRead,
  place: { file, line: 1, column: heading },
  what: { fr: 'cette colonne figure deux fois.', en: 'this column appears twice.' },
  cure: { fr: "Gardez-en une, ou renommez l'autre.", en: 'Keep one, or rename the other.' },
});
