/** `denba audit who`: prints who did what, from the audit trail. */
import type { Language, Text } from '@denba/quantities/text';
import { type Seen, whoSawFamily } from '@denba/server/audit/who-saw-family';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { note, write } from '../command-line/terminal.ts';
import { withServerDatabase } from '../server-database/server-database.ts';

export const runWho: Run = (call) =>
  withServerDatabase(call, 'current', async (db) => {
    const { language, terminal } = call;
    const [family = ''] = call.arguments;
    const seen = await whoSawFamily(db, family);
    if (seen.length === 0) {
      note(
        terminal,
        language === 'fr'
          ? "Personne n'a vu cette famille sur ce serveur. Vérifiez l'identifiant."
          : 'Nobody saw this family on this server. Check the id.',
      );
      return exitCode.findings;
    }
    await write(terminal.stdout, `${seen.map((one) => lineOf(one, language)).join('\n')}\n`);
    return exitCode.fine;
  });

const acts: Readonly<Record<string, Text>> = {
  received: { fr: 'a apporté', en: 'brought' },
  sent: { fr: 'a reçu', en: 'was given' },
  'read-register': { fr: 'a lu dans une liste', en: 'read in a list' },
};

const lineOf = ({ at, act, placeName, actor, actorName, detail }: Seen, language: Language): string => {
  const when = `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const who = actorName === null ? actor : `${actorName} (${actor})`;
  const { from, entries } = detail;
  const what = typeof entries !== 'number' ? '' : language === 'fr' ? `saisies : ${entries}` : `entries: ${entries}`;
  return [when, placeName, who, acts[act]?.[language] ?? act, what, typeof from === 'string' ? from : '']
    .map(oneCell)
    .join('\t');
};

/** Replaces control characters by a space: people type names, which must not break a line or control the terminal. */
const oneCell = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ');
