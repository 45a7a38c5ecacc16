/** `denba backup`: writes an encrypted backup of the server's database. */
import { writeBackup } from '@denba/server/backup/write-backup';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';
import { write } from '../command-line/terminal.ts';
import { count } from '../output/format-number.ts';
import { createProgress } from '../output/progress.ts';
import { withServerDatabase } from '../server-database/server-database.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { backupFailure } from './backup-failure.ts';
import { rowsText } from './rows-text.ts';

export const runBackup: Run = (call) =>
  withServerDatabase(call, 'made', async (db) => {
    const { language, terminal } = call;
    const [file = ''] = call.arguments;
    const passphrase = await askPassphrase(call, { isNew: true });
    const progress = createProgress(terminal);
    const made = await writeBackup(db, file, {
      passphrase,
      now: new Date(),
      progress: (rows) =>
        progress.at(() => (language === 'fr' ? `${count(rows, 'fr')} lignes` : `${count(rows, 'en')} rows`)),
    });
    progress.clear();
    if (!made.ok) throw new Stop(backupFailure(file, made.error));
    const { rows, bytes, sha256 } = made.value;
    const size = count(Math.ceil(bytes / 1000), language);
    await write(
      terminal.stdout,
      language === 'fr'
        ? `${rowsText(rows, 'fr')}\nSauvegarde : ${file} (${size} ko)\nSHA-256 : ${sha256}\n`
        : `${rowsText(rows, 'en')}\nBackup: ${file} (${size} kB)\nSHA-256: ${sha256}\n`,
    );
    return exitCode.fine;
  });
