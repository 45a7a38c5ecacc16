/** `denba citus`: prints how the tables are distributed on Citus, and applies it when asked to. */
import { spreadDatabase, spreadStatements, spreadStateOf } from '@denba/server/database/spread-database';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { type Failure, Stop } from '../command-line/failure.ts';
import { write } from '../command-line/terminal.ts';
import { withServerDatabase } from '../server-database/server-database.ts';

export const runCitus: Run = async (call) => {
  const { language, terminal, flag } = call;
  const print = (statements: readonly string[]): Promise<void> =>
    write(terminal.stdout, statements.map((statement) => `${statement};\n`).join(''));
  if (!flag('apply')) {
    await print(spreadStatements());
    return exitCode.fine;
  }
  return withServerDatabase(call, 'current', async (db) => {
    const state = await spreadStateOf(db);
    if (state !== 'ready') throw new Stop(notReady[state]);
    const applied = await spreadDatabase(db);
    await print(applied);
    const [fr, en] = [`-- Appliqué : ${applied.length}.`, `-- Applied: ${applied.length}.`];
    await write(terminal.stdout, `${language === 'fr' ? fr : en}\n`);
    return exitCode.fine;
  });
};

const notReady: Readonly<Record<'notInstalled' | 'notCreated', Failure>> = {
  notInstalled: {
    exit: exitCode.cannotRead,
    what: {
      fr: "ce PostgreSQL n'a pas l'extension Citus ; rien n'a été appliqué.",
      en: 'this PostgreSQL does not have the extension Citus; nothing was applied.',
    },
    cure: {
      fr: 'Donnez dans DATABASE_URL un PostgreSQL avec Citus : docs/runbooks/move-to-citus.md.',
      en: 'Give in DATABASE_URL a PostgreSQL with Citus: docs/runbooks/move-to-citus.md.',
    },
  },
  notCreated: {
    exit: exitCode.cannotRead,
    what: {
      fr: "l'extension Citus est installée, mais pas dans cette base ; rien n'a été appliqué.",
      en: 'the extension Citus is installed, but not in this database; nothing was applied.',
    },
    cure: {
      fr: 'Lancez dans cette base, comme administrateur : CREATE EXTENSION citus;',
      en: 'Run in this database, as its administrator: CREATE EXTENSION citus;',
    },
  },
};
