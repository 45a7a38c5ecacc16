/** Why a backup is not made or not put back. Nothing was written, or all of it was taken back. */
export type BackupProblemKind =
  /** The file is no backup of Denba. */
  | { readonly kind: 'notABackup' }
  /** Made by a Denba whose backups this one does not know, or whose database is newer. */
  | { readonly kind: 'newer'; readonly what: string }
  /** The pass phrase is another one, or the first lines of the file were changed. */
  | { readonly kind: 'wrongPassphrase' }
  /** The file ends too early. */
  | { readonly kind: 'truncated' }
  /** A part of the file is not as it was written. */
  | { readonly kind: 'altered'; readonly chunk: number }
  /** It opens, and what it holds does not fit together: first faults, in words without anybody's data. */
  | { readonly kind: 'damaged'; readonly faults: readonly string[] }
  /** Where it should be put back something is kept already: tables with rows. */
  | { readonly kind: 'notEmpty'; readonly tables: readonly string[] }
  | { readonly kind: 'fileExists' }
  | { readonly kind: 'cannotWrite'; readonly code: string }
  | { readonly kind: 'cannotRead'; readonly code: string };

/** Carries a problem out of streams and transactions; `writeBackup` and `restoreBackup` give it as a value. */
export class BackupStop extends Error {
  readonly problem: BackupProblemKind;
  constructor(problem: BackupProblemKind) {
    super(`backup: ${problem.kind}`);
    this.problem = problem;
  }
}
