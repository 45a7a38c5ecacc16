/** `denba restore`: restores a backup into the server's database. */
import { access, constants } from 'node:fs/promises';
import { restoreBackup } from '@denba/server/backup/restore-backup';
import { auditProblemText } from '../audit/audit-problem-text.ts';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';
import { write } from '../command-line/terminal.ts';
import { cannotRead, codeOf } from '../input/open-bytes.ts';
import { count } from '../output/format-number.ts';
import { createProgress } from '../output/progress.ts';
import { withServerDatabase } from '../server-database/server-database.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { backupFailure } from './backup-failure.ts';
import { rowsText } from './rows-text.ts';

export const runRestore: Run = async (call) => {
  const { language, terminal, flag } = call;
  const french = language === 'fr';
  const [file = ''] = call.arguments;
  // Checked first, so that no database is created when the file cannot be read.
  await access(file, constants.R_OK).catch((failure) => {
    throw new Stop(cannotRead(file, codeOf(failure)));
  });
  return withServerDatabase(call, 'anything', async (db) => {
    const passphrase = await askPassphrase(call, { isNew: false });
    const progress = createProgress(terminal);
    const restored = await restoreBackup(db, file, {
      passphrase,
      now: new Date(),
      despiteDamage: flag('despite-damage'),
      progress: (rows) => progress.at(() => `${count(rows, language)} ${french ? 'lignes' : 'rows'}`),
    });
    progress.clear();
    if (!restored.ok) throw new Stop(backupFailure(file, restored.error));
    const { madeAt, rows, faults, audit } = restored.value;
    const moment = `${madeAt.slice(0, 16).replace('T', ' ')} UTC`;
    const lines = [
      rowsText(rows, language),
      french ? `Restaurée : la sauvegarde du ${moment}.` : `Restored: the backup of ${moment}.`,
      ...faults.map((fault) =>
        french ? `Abîmée avant la sauvegarde : ${fault}` : `Damaged before the backup: ${fault}`,
      ),
      ...audit.map(
        (problem) => `${french ? "Journal d'audit rompu :" : 'Audit broken:'} ${auditProblemText(problem, language)}`,
      ),
      ...(audit.length > 0 ? [] : [french ? "Journal d'audit vérifié : intact." : 'Audit verified: whole.']),
      french
        ? 'Refaites ce qui a changé depuis : téléphones déclarés perdus, comptes fermés. Le reste revient avec les téléphones.'
        : 'Do again what changed since: phones reported lost, accounts closed. The rest comes back with the phones.',
    ];
    await write(terminal.stdout, `${lines.join('\n')}\n`);
    return faults.length + audit.length > 0 ? exitCode.findings : exitCode.fine;
  });
};
