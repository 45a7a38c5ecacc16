import type { Text } from '@denba/quantities/text';

/** Shown in the help of each command that needs the server. */
export const serverSettings: Text = {
  fr: `Se sert des réglages du serveur : DATABASE_URL, sinon la base que Denba garde dans DENBA_DATA (README). Le serveur peut
tourner pendant ce temps.`,
  en: `Uses the settings of the server: DATABASE_URL, else the database that Denba keeps in DENBA_DATA (README). The server
may run meanwhile.`,
};
