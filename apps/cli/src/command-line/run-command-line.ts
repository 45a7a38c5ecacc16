/**
 * Runs a command line and returns its exit code. Expected failures are printed in two lines without a stack; a defect
 * says that it is a defect, and shows its stack only when DENBA_DEBUG is set.
 */
import { nearMatches } from '@denba/decisions/parse/near-matches';
import type { Language } from '@denba/quantities/text';
import type { Call, Command } from './command.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { type Failure, failureText, Stop } from './failure.ts';
import { helpOf, helpOfAll } from './help-text.ts';
import { languageOf } from './language-of.ts';
import { type ParsedCall, parseCall } from './parse-call.ts';
import { note, type Terminal, write } from './terminal.ts';

export type Surroundings = {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
};

export const runCommandLine = async (
  commands: readonly Command[],
  words: readonly string[],
  { terminal, env, version }: Surroundings,
): Promise<ExitCode> => {
  const language = languageOf(langIn(words), env);
  try {
    const [name, ...rest] = withoutLeadingLang(words);
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      const topic = commandIn(commands, rest)?.command;
      await write(terminal.stdout, `${topic ? helpOf(topic, language) : helpOfAll(commands, language)}\n`);
      return name === undefined ? exitCode.wrongUse : exitCode.fine;
    }
    if (name === '--version' || name === '-v') {
      await write(terminal.stdout, `${version}\n`);
      return exitCode.fine;
    }
    const found = commandIn(commands, [name, ...rest]);
    if (found === null) throw new Stop(unknownCommand(name, commands));
    const { command } = found;
    const parsed = parseCall(command, found.words);
    if (!parsed.ok) throw new Stop(parsed.error);
    if (parsed.value.options['help'] !== undefined) {
      await write(terminal.stdout, `${helpOf(command, language)}\n`);
      return exitCode.fine;
    }
    const run = await command.load();
    return await run(callOf(parsed.value, language, terminal, env));
  } catch (error) {
    return tell(error, { language, terminal, env });
  }
};

const isLang = (word: string | undefined): boolean => word !== undefined && /^--lang(=|$)/.test(word);

/** Removes a leading `--lang`, so that `denba --lang en zscore …` is the same as `denba zscore … --lang en`. */
const withoutLeadingLang = (words: readonly string[]): readonly string[] =>
  isLang(words[0]) ? words.slice(words[0] === '--lang' ? 2 : 1) : words;

/** The value of `--lang`, read before the options are checked, because the messages about them use that language. */
const langIn = (words: readonly string[]): string | null => {
  const index = words.findIndex(isLang);
  const word = words[index];
  return word === undefined ? null : (/^--lang=(.*)$/.exec(word)?.[1] ?? words[index + 1] ?? null);
};

type Found = { readonly command: Command; readonly words: readonly string[] };

/**
 * Finds the command, whose name is one word or two (`audit verify`). `words` of the result: the words after the name.
 */
const commandIn = (commands: readonly Command[], words: readonly string[]): Found | null => {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(' '));
    if (command !== undefined) return { command, words: words.slice(length) };
  }
  return null;
};

const callOf = (
  { arguments: given, options }: ParsedCall,
  language: Language,
  terminal: Terminal,
  env: Surroundings['env'],
): Call => {
  const values = (option: string): readonly string[] =>
    (options[option] ?? []).filter((value): value is string => value !== true);
  return {
    arguments: given,
    flag: (option) => options[option] !== undefined,
    value: (option) => values(option)[0] ?? null,
    values,
    language,
    terminal,
    env,
  };
};

const unknownCommand = (name: string, commands: readonly Command[]): Failure => {
  const known = commands.map((command) => command.name);
  const below = known.filter((one) => one.startsWith(`${name} `));
  const near = nearMatches(name, known)[0];
  if (below.length > 0) return wordMissing(name, below);
  return {
    exit: exitCode.wrongUse,
    what: { fr: `« ${name} » n'est pas une commande.`, en: `“${name}” is not a command.` },
    cure:
      near === undefined
        ? { fr: `Commandes : ${known.join(', ')}.`, en: `Commands: ${known.join(', ')}.` }
        : { fr: `Vouliez-vous écrire « denba ${near} » ?`, en: `Did you mean “denba ${near}”?` },
  };
};

const wordMissing = (name: string, below: readonly string[]): Failure => ({
  exit: exitCode.wrongUse,
  what: { fr: `il manque un mot après « ${name} ».`, en: `a word is missing after “${name}”.` },
  cure: {
    fr: `Écrivez ${below.map((one) => `« denba ${one} »`).join(' ou ')}.`,
    en: `Write ${below.map((one) => `“denba ${one}”`).join(' or ')}.`,
  },
});

const tell = (
  error: unknown,
  { language, terminal, env }: { language: Language; terminal: Terminal; env: Surroundings['env'] },
): ExitCode => {
  if (error instanceof Stop) {
    note(terminal, failureText(error.failure, language));
    return error.failure.exit;
  }
  // The reader of the pipe closed it early (`| head`): this is no failure, and nobody is left to read a message.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return exitCode.fine;
  const what = error instanceof Error ? error.message : String(error);
  note(
    terminal,
    language === 'fr'
      ? `denba : défaut du programme (${what}).\n  → Relancez avec DENBA_DEBUG=1 et envoyez-nous ce qui s'affiche.`
      : `denba: a defect of the program (${what}).\n  → Run again with DENBA_DEBUG=1 and send us what it shows.`,
  );
  if (env['DENBA_DEBUG'] && error instanceof Error) note(terminal, error.stack ?? '');
  return exitCode.defect;
};
