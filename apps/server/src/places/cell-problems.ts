/** What may be wrong with a cell of a list of places, in words, and what to do about it. */
import type { Text } from '@denba/quantities/text';
import { placeKinds } from './place-kinds.ts';
import type { SheetProblem } from './place-sheet.ts';

const kinds = placeKinds.join(', ');

const words = {
  'code-missing': [
    { fr: 'Le code manque.', en: 'The code is missing.' },
    { fr: 'Donnez à chaque lieu un code à lui.', en: 'Give each place a code of its own.' },
  ],
  'code-wrong': [
    { fr: 'Ce code a un caractère qui ne convient pas.', en: 'This code has a character that does not suit.' },
    { fr: 'Lettres, chiffres, point, tiret : 40 au plus.', en: 'Letters, digits, point, hyphen: 40 at most.' },
  ],
  'code-twice': [
    { fr: 'Ce code figure deux fois dans le fichier.', en: 'This code is in the file twice.' },
    {
      fr: 'Gardez une seule des deux lignes, ou corrigez le code.',
      en: 'Keep one of the two lines, or correct the code.',
    },
  ],
  'code-taken': [
    {
      fr: "Ce code est celui d'un lieu que vous ne gérez pas.",
      en: 'This code is that of a place which you do not manage.',
    },
    { fr: 'Corrigez le code, ou ôtez la ligne.', en: 'Correct the code, or remove the line.' },
  ],
  'name-wrong': [
    { fr: 'Le nom manque, ou est trop long.', en: 'The name is missing, or too long.' },
    { fr: 'Écrivez un nom de 120 caractères au plus.', en: 'Write a name of 120 characters at most.' },
  ],
  'kind-wrong': [
    { fr: 'Cette sorte de lieu est inconnue.', en: 'This kind of place is unknown.' },
    { fr: `Écrivez une de celles-ci : ${kinds}.`, en: `Write one of these: ${kinds}.` },
  ],
  'kind-changes': [
    {
      fr: "Ce lieu existe déjà, et il est d'une autre sorte.",
      en: 'This place exists already, and is of another kind.',
    },
    { fr: 'Laissez la sorte comme elle est.', en: 'Leave the kind as it is.' },
  ],
  'parent-unknown': [
    {
      fr: "Le lieu qui le contient n'est ni dans le fichier ni parmi ceux que vous gérez.",
      en: 'The place that it lies in is neither in the file nor among those that you manage.',
    },
    { fr: "Écrivez le code d'un lieu connu.", en: 'Write the code of a known place.' },
  ],
  'people-wrong': [
    { fr: "Ce n'est pas un nombre d'habitants.", en: 'This is not a number of people.' },
    {
      fr: 'Écrivez un nombre entier, ou laissez la case vide : ce qui est noté reste.',
      en: 'Write a whole number, or leave the cell empty: what is noted stays.',
    },
  ],
  'parent-closed': [
    { fr: 'Le lieu qui le contient est fermé.', en: 'The place that it lies in is closed.' },
    { fr: "Rouvrez d'abord celui-là, ou ôtez la ligne.", en: 'Open that one again first, or remove the line.' },
  ],
  'parent-changes': [
    { fr: 'Ce lieu existe déjà, ailleurs.', en: 'This place exists already, elsewhere.' },
    {
      fr: 'Un import ne déplace pas un lieu : laissez celui qui le contient.',
      en: 'An import does not move a place: leave the one that it lies in.',
    },
  ],
  'parent-kind': [
    {
      fr: 'Un lieu de cette sorte ne peut pas être dans celui-là.',
      en: 'A place of this kind cannot lie in that one.',
    },
    {
      fr: 'Du plus grand au plus petit : pays, région, district, centre ou hôpital, site.',
      en: 'From large to small: country, region, district, centre or hospital, site.',
    },
  ],
  'parent-circle': [
    { fr: 'Ce lieu est contenu dans lui-même.', en: 'This place lies in itself.' },
    { fr: 'Corrigez le code du lieu qui le contient.', en: 'Correct the code of the place that it lies in.' },
  ],
  'degrees-wrong': [
    { fr: "Ce n'est pas une position en degrés.", en: 'This is not a position in degrees.' },
    {
      fr: 'Écrivez par exemple 12,65 : latitude de −90 à 90, longitude de −180 à 180.',
      en: 'Write for instance 12.65: latitude from −90 to 90, longitude from −180 to 180.',
    },
  ],
  'dhis2-wrong': [
    { fr: "Ce n'est pas un identifiant DHIS2.", en: 'This is not a DHIS2 identifier.' },
    {
      fr: 'Onze lettres et chiffres, dont le premier une lettre, ou rien.',
      en: 'Eleven letters and digits, a letter first, or nothing.',
    },
  ],
} as const satisfies Readonly<Record<string, readonly [problem: Text, remedy: Text]>>;

export const cellProblem = (line: number, column: string, what: keyof typeof words): SheetProblem => {
  const [problem, remedy] = words[what];
  return { line, column, problem, remedy };
};
