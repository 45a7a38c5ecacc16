/**
 * The message for a backup that could not be made or restored: why, and what to do. In each case nothing was written.
 */
import type { Text } from '@denba/quantities/text';
import type { BackupProblemKind } from '@denba/server/backup/backup-problem';
import { exitCode } from '../command-line/exit-code.ts';
import type { Failure } from '../command-line/failure.ts';
import { cannotRead } from '../input/open-bytes.ts';

export const backupFailure = (file: string, problem: BackupProblemKind): Failure => {
  if (problem.kind === 'cannotRead') return cannotRead(file, problem.code);
  const [what, cure] = wordsOf(problem);
  return { exit: exitCode.cannotRead, place: { file }, what, cure };
};

const wordsOf = (problem: Exclude<BackupProblemKind, { kind: 'cannotRead' }>): readonly [what: Text, cure: Text] => {
  switch (problem.kind) {
    case 'notABackup':
      return [
        { fr: "ce fichier n'est pas une sauvegarde de Denba.", en: 'this file is not a backup of Denba.' },
        { fr: 'Vérifiez le nom du fichier.', en: 'Check the name of the file.' },
      ];
    case 'newer':
      return [
        {
          fr: `la sauvegarde ou la base vient d'un Denba plus récent (${problem.what}).`,
          en: `the backup or the database is of a newer Denba (${problem.what}).`,
        },
        {
          fr: 'Mettez ce programme à jour (git pull), puis recommencez.',
          en: 'Update this program (git pull), then try again.',
        },
      ];
    case 'wrongPassphrase':
      return [
        {
          fr: "cette phrase secrète n'ouvre pas la sauvegarde (ou le début du fichier est abîmé).",
          en: 'this pass phrase does not open the backup (or the beginning of the file is damaged).',
        },
        {
          fr: 'Vérifiez majuscules, accents et espaces. Sans la phrase, personne ne peut ouvrir le fichier.',
          en: 'Check capitals, accents and spaces. Without the phrase nobody can open the file.',
        },
      ];
    case 'truncated':
      return [
        { fr: 'la sauvegarde est coupée : sa fin manque.', en: 'the backup is cut off: its end is missing.' },
        {
          fr: "Copiez-la de nouveau depuis l'original, ou prenez la sauvegarde d'avant.",
          en: 'Copy it again from the original, or take the backup before it.',
        },
      ];
    case 'altered':
      return [
        {
          fr: `la sauvegarde a été modifiée ou abîmée (morceau ${problem.chunk + 1}).`,
          en: `the backup was changed or damaged (part ${problem.chunk + 1}).`,
        },
        {
          fr: "Comparez la somme de contrôle, copiez de nouveau l'original, ou prenez la sauvegarde d'avant.",
          en: 'Compare the check sum, copy the original again, or take the backup before it.',
        },
      ];
    case 'damaged':
      return [
        {
          fr: `ce qu'elle contient ne concorde pas : ${problem.faults.join(' ; ')}.`,
          en: `what it holds does not fit together: ${problem.faults.join('; ')}.`,
        },
        {
          fr: "Prenez la sauvegarde d'avant. S'il n'y en a pas : --despite-damage restaure quand même.",
          en: 'Take the backup before it. If there is none: --despite-damage restores all the same.',
        },
      ];
    case 'notEmpty':
      return [
        {
          fr: `la base n'est pas vide ; il y a déjà quelque chose dans : ${problem.tables.join(', ')}.`,
          en: `the database is not empty; something is there already in: ${problem.tables.join(', ')}.`,
        },
        {
          fr: 'Restaurez dans une base neuve : un autre DENBA_DATA, ou une autre base dans DATABASE_URL.',
          en: 'Restore into a new database: another DENBA_DATA, or another database in DATABASE_URL.',
        },
      ];
    case 'fileExists':
      return [
        { fr: 'ce fichier existe déjà.', en: 'this file is there already.' },
        {
          fr: "Donnez un autre nom, par exemple avec la date : une sauvegarde n'en écrase jamais une autre.",
          en: 'Give another name, with the date for instance: a backup is never written over another one.',
        },
      ];
    case 'cannotWrite':
      return [
        problem.code === 'ENOSPC'
          ? { fr: 'le disque est plein.', en: 'the disk is full.' }
          : {
              fr: `ce fichier ne peut être écrit (${problem.code}).`,
              en: `this file cannot be written (${problem.code}).`,
            },
        { fr: 'Choisissez un dossier où vous pouvez écrire.', en: 'Choose a folder where you may write.' },
      ];
  }
};
