/** Connects a command to the server's database, with the server's settings; always closes the connection at the end. */
import type { Text } from '@denba/quantities/text';
import { readConfiguration } from '@denba/server/configuration';
import {
  type Needs,
  type ReachedDatabase,
  type ReachProblem,
  reachDatabase,
} from '@denba/server/database/reach-database';
import { startProblem } from '@denba/server/start-problem';
import { ToldFailure } from '@denba/server/told-failure';
import type { Call } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { type Failure, Stop } from '../command-line/failure.ts';

export type ServerDatabase = ReachedDatabase['db'];

export const withServerDatabase = async <Value>(
  { env }: Call,
  needs: Needs,
  work: (db: ServerDatabase) => Promise<Value>,
): Promise<Value> => {
  const configured = readConfiguration(env, { isRoot: process.getuid?.() === 0 });
  if (!configured.ok) {
    const [{ variable, problem, remedy } = unknownProblem] = configured.error;
    const what = { fr: `${variable} : ${problem.fr}.`, en: `${variable}: ${problem.en}.` };
    throw new Stop({ exit: exitCode.wrongUse, what, cure: remedy });
  }
  const reached = await reachDatabase(configured.value, needs).catch((failure: unknown): never => {
    const isForeseen = failure instanceof ToldFailure || (failure as { readonly path?: unknown }).path !== undefined;
    throw isForeseen ? new Stop(reachedNot(startProblem(failure, configured.value))) : failure;
  });
  if (!reached.ok) throw new Stop(reachFailure(reached.error));
  try {
    return await work(reached.value.db);
  } finally {
    await reached.value.end();
  }
};

const unknownProblem = { variable: '', problem: { fr: '', en: '' }, remedy: { fr: '', en: '' } };

const failure = (what: Text, cure: Text): Failure => ({ exit: exitCode.cannotRead, what, cure });

const reachedNot = (what: Text): Failure => failure(what, sameSettings);

const sameSettings: Text = {
  fr: 'Donnez les mêmes réglages qu’au serveur : DENBA_DATA ou DATABASE_URL.',
  en: 'Give the same settings as to the server: DENBA_DATA or DATABASE_URL.',
};

const reachFailure = (problem: ReachProblem): Failure => {
  switch (problem.kind) {
    case 'noDatabase':
      return failure(
        {
          fr: `il n'y a pas de base de données dans ${problem.folder}.`,
          en: `there is no database in ${problem.folder}.`,
        },
        sameSettings,
      );
    case 'busy':
      return failure(
        { fr: `${problem.folder} est occupé par un autre Denba.`, en: `${problem.folder} is held by another Denba.` },
        {
          fr: 'Il démarre ou se termine sans doute : recommencez dans une minute.',
          en: 'It is starting or ending, most likely: try again in a minute.',
        },
      );
    case 'noAnswer':
      return failure(
        {
          fr: `la base de données ne répond pas (${problem.code}).`,
          en: `the database does not answer (${problem.code}).`,
        },
        {
          fr: 'Vérifiez DATABASE_URL, le mot de passe et que PostgreSQL tourne.',
          en: 'Check DATABASE_URL, the password and that PostgreSQL runs.',
        },
      );
    case 'otherVersion':
      return otherVersion[problem.is];
  }
};

const otherVersion: Readonly<Record<Extract<ReachProblem, { kind: 'otherVersion' }>['is'], Failure>> = {
  empty: failure(
    { fr: 'aucun Denba n’a encore travaillé avec cette base.', en: 'no Denba has worked with this database yet.' },
    {
      fr: 'Démarrez d’abord le serveur (npm start), ou donnez ses réglages.',
      en: 'Start the server first (npm start), or give its settings.',
    },
  ),
  older: failure(
    { fr: 'la base est celle d’un Denba plus ancien.', en: 'the database is that of an older Denba.' },
    {
      fr: 'Démarrez une fois le serveur de cette version : il la met à jour.',
      en: 'Start the server of this version once: it brings it up to date.',
    },
  ),
  newer: failure(
    { fr: 'la base est celle d’un Denba plus récent.', en: 'the database is that of a newer Denba.' },
    { fr: 'Mettez ce programme à jour (git pull).', en: 'Update this program (git pull).' },
  ),
};
