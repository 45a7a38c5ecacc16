/**
 * Inconsistencies in a family's timeline. Nothing is dropped because of them: the problem is shown beside the timeline
 * to the person who can resolve it with one more entry.
 */
import type { Text } from '@denba/quantities/text';
import type { EntryId } from '../ids.ts';

export type TimelineProblemKind = keyof typeof words;

export type TimelineProblem = {
  readonly kind: TimelineProblemKind;
  readonly entry: EntryId;
  readonly message: Text;
  readonly cure: Text;
};

export const timelineProblem = (kind: TimelineProblemKind, entry: EntryId): TimelineProblem => {
  const [fr, en, cureFr, cureEn] = words[kind];
  return { kind, entry, message: { fr, en }, cure: { fr: cureFr, en: cureEn } };
};

const words = {
  unknownForm: [
    'Cette saisie vient d’un formulaire que cette version ne connaît pas. Elle est gardée.',
    'This entry comes from a form that this version does not know. It is kept.',
    'Mettez l’application à jour pour la lire.',
    'Update the app to read it.',
  ],
  unreadableAnswers: [
    'Les réponses de cette saisie ne peuvent pas être lues. Elles sont gardées.',
    'The answers of this entry cannot be read. They are kept.',
    'Mettez l’application à jour, ou corrigez la saisie.',
    'Update the app, or correct the entry.',
  ],
  idReused: [
    'Deux saisies différentes portent le même identifiant. Les deux sont gardées.',
    'Two different entries carry the same identifier. Both are kept.',
    'Vérifiez si une sauvegarde a été restaurée sur cet appareil.',
    'Check whether a backup was restored on this device.',
  ],
  otherFamily: [
    'Cette saisie appartient à une autre famille.',
    'This entry belongs to another family.',
    'Si les deux familles n’en font qu’une, fusionnez-les.',
    'If the two families are one, merge them.',
  ],
  correctionOfUnknownEntry: [
    'Cette correction nomme une saisie qui n’est pas encore ici.',
    'This correction names an entry that is not here yet.',
    'Synchronisez ; sinon vérifiez l’identifiant de la saisie corrigée.',
    'Synchronise; or check the identifier of the corrected entry.',
  ],
  correctionUnreadable: [
    'Avec cette correction, les réponses ne peuvent plus être lues. La saisie reste comme avant.',
    'With this correction the answers can no longer be read. The entry stays as it was.',
    'Corrigez la correction.',
    'Correct the correction.',
  ],
  undoOfUnknownMerge: [
    'Cette saisie défait une fusion qui n’est pas encore ici.',
    'This entry undoes a merge that is not here yet.',
    'Synchronisez, puis vérifiez la fusion nommée.',
    'Synchronise, then check the merge that is named.',
  ],
  mergeOfOthers: [
    'Cette fusion de familles est rangée dans une troisième famille. Elle ne compte pas.',
    'This merge of families is filed under a third family. It does not count.',
    'Refaites-la depuis l’une des deux familles.',
    'Make it again from one of the two families.',
  ],
  mergedWithItself: [
    'Cette fusion réunit deux dossiers qui n’en font déjà qu’un.',
    'This merge joins two records that are already one.',
    'Rien à faire, sauf si un autre dossier était voulu.',
    'Nothing to do, unless another record was meant.',
  ],
  subjectMissing: [
    'Cette saisie ne dit pas de qui elle parle.',
    'This entry does not say whom it is about.',
    'Corrigez-la en indiquant la personne.',
    'Correct it by naming the person.',
  ],
  birthUnknown: [
    'L’enfant a une visite mais sa naissance n’est pas enregistrée : son âge est inconnu.',
    'The child has a visit but no recorded birth: the age is unknown.',
    'Enregistrez la naissance, même avec une date estimée.',
    'Record the birth, even with an estimated date.',
  ],
  birthDatesDiffer: [
    'Deux saisies donnent à cet enfant des dates de naissance différentes.',
    'Two entries give this child different birth dates.',
    'Corrigez celle qui est fausse.',
    'Correct the one that is wrong.',
  ],
  beforeBirth: [
    'Cette visite est datée d’avant la naissance de l’enfant.',
    'This visit is dated before the child was born.',
    'Vérifiez la date de la visite et celle de la naissance.',
    'Check the date of the visit and the birth date.',
  ],
  afterDeath: [
    'Cette visite est datée d’après le décès de l’enfant.',
    'This visit is dated after the child died.',
    'Vérifiez la date de la visite, le décès et l’identité de l’enfant.',
    'Check the date of the visit, the death and who the child is.',
  ],
  alreadyEnrolled: [
    'L’enfant était déjà inscrit.',
    'The child was already enrolled.',
    'Rien à faire, sauf si la première inscription est une erreur.',
    'Nothing to do, unless the first enrolment was a mistake.',
  ],
  exitWithoutEpisode: [
    'Cette sortie ne correspond à aucune inscription ouverte.',
    'This exit matches no open enrolment.',
    'Vérifiez si l’inscription manque ou si la date est fausse.',
    'Check whether the enrolment is missing or the date is wrong.',
  ],
  occurredAfterRecorded: [
    'Cette saisie est datée d’après le jour où elle a été enregistrée.',
    'This entry is dated after the day on which it was recorded.',
    'Vérifiez la date, et l’heure de l’appareil.',
    'Check the date, and the clock of the device.',
  ],
} as const satisfies Readonly<Record<string, readonly [fr: string, en: string, cureFr: string, cureEn: string]>>;
