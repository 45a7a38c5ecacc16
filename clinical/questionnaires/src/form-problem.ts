/** A mistake in a form, found before anybody fills it, worded for the author of the sheet with what to do. */
import type { Text } from '@denba/quantities/text';

export type FormProblem = {
  readonly kind: 'duplicateName' | 'reservedName' | 'unknownChoices' | 'notAValue' | 'outOfRepeat' | 'cycle';
  /** The items concerned; for a cycle, each item reads the next. */
  readonly names: readonly string[];
  readonly message: Text;
};

export const problem = {
  duplicateName: (name: string): FormProblem => ({
    kind: 'duplicateName',
    names: [name],
    message: {
      fr: `Le nom « ${name} » est utilisé deux fois. Donnez un autre nom à l’une des deux lignes.`,
      en: `The name “${name}” is used twice. Give one of the two rows another name.`,
    },
  }),
  reservedName: (name: string): FormProblem => ({
    kind: 'reservedName',
    names: [name],
    message: {
      fr: `Le nom « ${name} » a un sens propre dans les expressions. Choisissez un autre nom.`,
      en: `The name “${name}” has a meaning of its own in expressions. Choose another name.`,
    },
  }),
  unknownChoices: (name: string, list: string): FormProblem => ({
    kind: 'unknownChoices',
    names: [name, list],
    message: {
      fr: `« ${name} » demande la liste « ${list} », qui n’existe pas. Ajoutez-la à la feuille des choix ou corrigez son nom.`,
      en: `“${name}” asks for the list “${list}”, which does not exist. Add it to the choices sheet or correct its name.`,
    },
  }),
  notAValue: (name: string, read: string): FormProblem => ({
    kind: 'notAValue',
    names: [name, read],
    message: {
      fr: `« ${name} » lit « ${read} », qui est un groupe ou une note et n’a pas de valeur. Lisez une question.`,
      en: `“${name}” reads “${read}”, which is a group or a note and has no value. Read a question.`,
    },
  }),
  outOfRepeat: (name: string, read: string, repeat: string): FormProblem => ({
    kind: 'outOfRepeat',
    names: [name, read],
    message: {
      fr: `« ${name} » lit « ${read} » hors de la répétition « ${repeat} ». Lisez la liste « ${repeat}.${read} » ou une instance, « ${repeat}[1].${read} ».`,
      en: `“${name}” reads “${read}” from outside the repeat “${repeat}”. Read the list “${repeat}.${read}” or one instance, “${repeat}[1].${read}”.`,
    },
  }),
  cycle: (names: readonly string[]): FormProblem => ({
    kind: 'cycle',
    names,
    message: {
      fr: `Ces lignes dépendent l’une de l’autre en cercle : ${names.join(' → ')}. Supprimez une des lectures ; une contrainte doit lire des réponses, pas un calcul qui lit sa propre question.`,
      en: `These rows depend on one another in a circle: ${names.join(' → ')}. Remove one of the readings; a constraint should read answers, not a calculation that reads its own question.`,
    },
  }),
} as const;
