/** Why a backup could not be made or restored. In either case nothing was written, or everything was rolled back. */
export type BackupProblemKind =
  /** The file is not a backup of Denba. */
  | { readonly kind: 'notABackup' }
  /** Made by a Denba whose backup format is unknown to this one, or whose database is newer. */
  | { readonly kind: 'newer'; readonly what: string }
  /** The passphrase is wrong, or the first lines of the file were changed. */
  | { readonly kind: 'wrongPassphrase' }
  /** The file ends too early. */
  | { readonly kind: 'truncated' }
  /** A chunk of the file was changed. */
  | { readonly kind: 'altered'; readonly chunk: number }
  /**
   * The file can be decrypted, but its contents are inconsistent: the first faults, in words without any patient data.
   */
  | { readonly kind: 'damaged'; readonly faults: readonly string[] }
  /** The target database is not empty: its tables that have rows. */
  | { readonly kind: 'notEmpty'; readonly tables: readonly string[] }
  | { readonly kind: 'fileExists' }
  | { readonly kind: 'cannotWrite'; readonly code: string }
  | { readonly kind: 'cannotRead'; readonly code: string };

/** Carries a problem out of streams and transactions; `writeBackup` and `restoreBackup` return it as a value. */
export class BackupStop extends Error {
  readonly problem: BackupProblemKind;
  constructor(problem: BackupProblemKind) {
    super(`backup: ${problem.kind}`);
    this.problem = problem;
  }
}
