/** How a command ended, for scripts. All commands use the same five codes; `--help` lists them. */
import type { Text } from '@denba/quantities/text';

export const exitCode = {
  fine: 0,
  /** The command ran to its end and found something to look at: bad rows, problems in a protocol, a case that fails. */
  findings: 1,
  wrongUse: 2,
  /** A file or folder cannot be read, has the wrong content, or cannot be written. */
  cannotRead: 3,
  /** A defect of this program. */
  defect: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export const exitCodeMeanings: readonly (readonly [code: ExitCode, meaning: Text])[] = [
  [exitCode.fine, { fr: "tout s'est bien passé", en: 'all went well' }],
  [
    exitCode.findings,
    {
      fr: "mené à son terme, mais il y a quelque chose à voir : lignes à revoir, défauts d'un protocole, cas en échec",
      en: 'ran to its end, but there is something to look at: rows to review, problems in a protocol, failed cases',
    },
  ],
  [
    exitCode.wrongUse,
    { fr: 'commande ou option inconnue ou incomplète', en: 'unknown or incomplete command or option' },
  ],
  [
    exitCode.cannotRead,
    {
      fr: "un fichier ou un dossier ne peut être lu ou écrit, ou n'est pas ce qu'il faut",
      en: 'a file or folder cannot be read or written, or is not what is needed',
    },
  ],
  [exitCode.defect, { fr: 'défaut de denba lui-même', en: 'a defect of denba itself' }],
];
