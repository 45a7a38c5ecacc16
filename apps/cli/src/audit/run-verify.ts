/** `denba audit verify`: checks the audit trail of the places. */
import { verifyEveryAudit } from '@denba/server/audit/verify-every-audit';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { write } from '../command-line/terminal.ts';
import { count } from '../output/format-number.ts';
import { createProgress } from '../output/progress.ts';
import { withServerDatabase } from '../server-database/server-database.ts';
import { auditProblemText } from './audit-problem-text.ts';

export const runVerify: Run = (call) =>
  withServerDatabase(call, 'current', async (db) => {
    const { language, terminal } = call;
    const french = language === 'fr';
    const progress = createProgress(terminal);
    const { places, lines, problems } = await verifyEveryAudit(db, (read) =>
      progress.at(() => `${count(read, language)} ${french ? 'lignes' : 'lines'}`),
    );
    progress.clear();
    const [l, p] = [count(lines, language), count(places, language)];
    const texts = [
      ...problems.map((problem) => auditProblemText(problem, language)),
      french ? `Lignes intactes : ${l}, lieux : ${p}.` : `Whole lines: ${l}, places: ${p}.`,
    ];
    if (problems.length > 0) {
      texts.push(
        french
          ? '→ Comparez ces lieux avec la dernière sauvegarde, et cherchez qui a pu écrire dans la base.'
          : '→ Compare these places with the last backup, and find out who could write to the database.',
      );
    }
    await write(terminal.stdout, `${texts.join('\n')}\n`);
    return problems.length > 0 ? exitCode.findings : exitCode.fine;
  });
