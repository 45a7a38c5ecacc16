/** `denba password`: gives a person of the server a new password. */
import { givePasswordAtConsole } from '@denba/server/people/made-password';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';
import { note, write } from '../command-line/terminal.ts';
import { withServerDatabase } from '../server-database/server-database.ts';

export const runPassword: Run = (call) =>
  withServerDatabase(call, 'current', async (db) => {
    const { language, terminal } = call;
    const [name = ''] = call.arguments;
    const made = await givePasswordAtConsole({ db, now: () => new Date() }, name);
    if (made === null) throw new Stop(noAccount);
    note(
      terminal,
      language === 'fr'
        ? 'Mot de passe, montré une fois ; il est remplacé à la première connexion :'
        : 'Password, shown once; it is replaced when she first signs in:',
    );
    await write(terminal.stdout, `${made.password}\n`);
    return exitCode.fine;
  });

const noAccount = {
  exit: exitCode.cannotRead,
  what: { fr: "aucun compte ouvert n'a ce nom de connexion.", en: 'no open account has this sign-in name.' },
  cure: {
    fr: "Vérifiez le nom : c'est celui qu'elle tape pour entrer, non son nom de personne.",
    en: 'Check the name: it is what she types to sign in, not the name of the person.',
  },
};
