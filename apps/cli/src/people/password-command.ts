import type { Command } from '../command-line/command.ts';
import { serverSettings } from '../server-database/server-settings.ts';

export const passwordCommand: Command = {
  name: 'password',
  summary: {
    fr: 'donne un mot de passe à qui ne peut plus entrer sur le serveur',
    en: 'gives a password to somebody who can no longer sign in to the server',
  },
  arguments: [{ name: 'SIGN-IN-NAME', help: { fr: 'le nom de connexion du compte', en: 'the sign-in name' } }],
  options: {},
  details: {
    fr: `Pour un serveur dont plus aucun administrateur ne peut entrer ; sinon, un collègue le fait sur la page Personnes. Le mot
de passe est montré une fois, et remplacé par le sien dès qu'elle entre. L'ancien, son application de codes, ses sessions et
ses codes pour téléphones ne valent plus. C'est écrit dans le journal d'audit de ses lieux, au nom de la console.

${serverSettings.fr}`,
    en: `For a server of which no administrator can sign in any more; else a colleague does it on the page People. The password
is shown once, and is replaced by her own as soon as she signs in. The one before, her authenticator, her sessions and her
codes for phones count no more. It is written into the audit of her places, in the name of the console.

${serverSettings.en}`,
  },
  examples: ['denba password awa.traore'],
  load: async () => (await import('./run-password.ts')).runPassword,
};
