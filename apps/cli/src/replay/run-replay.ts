/** `denba replay`: folds the families of every place again and reports where the stored result differs. */
import type { Language, Text } from '@denba/quantities/text';
import { type ReplayedPlace, replayEveryPlace } from '@denba/server/replay-every-place';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { write } from '../command-line/terminal.ts';
import { count } from '../output/format-number.ts';
import { loadProtocol } from '../protocol-folder/load-protocol.ts';
import { withServerDatabase } from '../server-database/server-database.ts';

/** The protocol that the server works with. */
const PROTOCOL = 'mami';

export const runReplay: Run = (call) =>
  withServerDatabase(call, 'current', async (db) => {
    const { language, terminal, flag } = call;
    const protocol = await loadProtocol(PROTOCOL, []);
    let families = 0;
    let differences = 0;
    for await (const place of replayEveryPlace(db, { protocol, write: flag('write') })) {
      families += place.families;
      differences += place.differences.length;
      for (const line of linesOf(place, language)) await write(terminal.stdout, `${line}\n`);
    }
    await write(terminal.stdout, `${conclusion(families, differences, flag('write'), language)}\n`);
    return differences > 0 ? exitCode.findings : exitCode.fine;
  });

const kinds: Readonly<Record<ReplayedPlace['differences'][number]['kind'], Text>> = {
  differs: { fr: 'diffère', en: 'differs' },
  missing: { fr: 'manque', en: 'is missing' },
  extra: { fr: 'est de trop', en: 'is one too many' },
};

/** Removes control characters from the names of places, which people type. Family ids name nobody. */
const linesOf = ({ name, differences }: ReplayedPlace, language: Language): readonly string[] =>
  differences.map(({ family, kind }) => `${name.replaceAll(/\p{Cc}+/gu, ' ')}\t${family}\t${kinds[kind][language]}`);

const conclusion = (families: number, differences: number, written: boolean, language: Language): string => {
  const f = count(families, language);
  const d = count(differences, language);
  const head = language === 'fr' ? `Familles : ${f}. Différences : ${d}.` : `Families: ${f}. Differences: ${d}.`;
  if (differences === 0) return head;
  if (written) return `${head} ${language === 'fr' ? 'Tout est remis en ordre.' : 'All is put right.'}`;
  return `${head}\n${language === 'fr' ? '→ « denba replay --write » les remet en ordre.' : '→ “denba replay --write” puts them right.'}`;
};
