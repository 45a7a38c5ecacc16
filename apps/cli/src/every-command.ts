/** Every command of `denba`, in the order of the help: those that need no server come first. */
import { assessCommand } from './assess/assess-command.ts';
import { verifyCommand } from './audit/verify-command.ts';
import { whoCommand } from './audit/who-command.ts';
import { backupCommand } from './backup/backup-command.ts';
import { restoreCommand } from './backup/restore-command.ts';
import { checkCommand } from './check/check-command.ts';
import { citusCommand } from './citus/citus-command.ts';
import { cohortCommand } from './cohort/cohort-command.ts';
import type { Command } from './command-line/command.ts';
import { packCommand } from './pack/pack-command.ts';
import { passwordCommand } from './people/password-command.ts';
import { replayCommand } from './replay/replay-command.ts';
import { vignettesCommand } from './vignettes/vignettes-command.ts';
import { zscoreCommand } from './zscore/zscore-command.ts';

export const everyCommand: readonly Command[] = [
  ...[zscoreCommand, cohortCommand, assessCommand, checkCommand, vignettesCommand, packCommand],
  ...[backupCommand, restoreCommand, replayCommand, verifyCommand, whoCommand, passwordCommand, citusCommand],
];
