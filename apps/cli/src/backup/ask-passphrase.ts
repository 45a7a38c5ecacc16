/** Gets the pass phrase of a backup: from the environment, else typed at a terminal without being shown. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Text } from '@denba/quantities/text';
import type { Call } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';

export const PASSPHRASE = 'DENBA_BACKUP_PASSPHRASE';
/** In characters. Long, because whoever has the file can try pass phrases for years. */
const SHORTEST = 12;

/**
 * `isNew`: true when a backup is being made. The pass phrase must then be long enough and, when typed, be typed twice.
 */
export const askPassphrase = async (call: Call, { isNew }: { readonly isNew: boolean }): Promise<string> => {
  const given = call.env[PASSPHRASE] ?? '';
  const passphrase = given === '' ? await typed(call, question) : given;
  if (!isNew) return passphrase;
  if ([...passphrase].length < SHORTEST) throw tooShort();
  if (given === '' && (await typed(call, again)) !== passphrase) throw notTheSame();
  return passphrase;
};

const question: Text = { fr: 'Phrase secrète de la sauvegarde : ', en: 'Pass phrase of the backup: ' };
const again: Text = { fr: 'La même, encore une fois : ', en: 'The same, once more: ' };

const typed = async ({ terminal, language }: Call, asked: Text): Promise<string> => {
  const { stdin, stderr } = terminal;
  if ((stdin as { readonly isTTY?: boolean }).isTTY !== true) throw nobodyToAsk();
  stderr.write(asked[language]);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: unseen, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    stderr.write('\n');
  }
};

const wrongUse = (what: Text, cure: Text): Stop => new Stop({ exit: exitCode.wrongUse, what, cure });

const nobodyToAsk = (): Stop =>
  wrongUse(
    { fr: 'il manque la phrase secrète de la sauvegarde.', en: 'the pass phrase of the backup is missing.' },
    {
      fr: `Mettez-la dans ${PASSPHRASE}, ou lancez la commande dans un terminal.`,
      en: `Put it into ${PASSPHRASE}, or run the command in a terminal.`,
    },
  );

const tooShort = (): Stop =>
  wrongUse(
    { fr: 'cette phrase secrète est trop courte.', en: 'this pass phrase is too short.' },
    {
      fr: `Prenez au moins ${SHORTEST} caractères : quatre mots sans lien entre eux.`,
      en: `Take at least ${SHORTEST} characters: four words that have nothing to do with each other.`,
    },
  );

const notTheSame = (): Stop =>
  wrongUse(
    { fr: 'les deux phrases ne sont pas les mêmes.', en: 'the two phrases are not the same.' },
    { fr: 'Recommencez.', en: 'Start again.' },
  );
