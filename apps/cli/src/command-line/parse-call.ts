/**
 * Parses the words after the command's name into arguments and options; suggests the nearest name for a misspelt one.
 */
import { parseArgs } from 'node:util';
import { nearMatches } from '@denba/decisions/parse/near-matches';
import { err, ok, type Result } from '@denba/quantities/result';
import type { Command, OptionSpec } from './command.ts';
import { exitCode } from './exit-code.ts';
import type { Failure } from './failure.ts';
import { languages } from './language-of.ts';

export type ParsedCall = {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, readonly (string | true)[]>>;
};

/** The options that every command accepts. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  lang: {
    type: 'string',
    placeholder: 'fr|en',
    choices: languages,
    help: { fr: 'langue (sinon celle de LANG, sinon le français)', en: 'language (else that of LANG, else French)' },
  },
  help: { type: 'boolean', short: 'h', help: { fr: 'cette aide', en: 'this help' } },
};

export const parseCall = (command: Command, words: readonly string[]): Result<ParsedCall, Failure> => {
  const specs: Readonly<Record<string, OptionSpec>> = { ...command.options, ...commonOptions };
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { type, short }]) => [name, short === undefined ? { type } : { type, short }]),
    ),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const given: string[] = [];
  const options: Record<string, (string | true)[]> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined) return err(unknownOption(command, token.rawName, Object.keys(specs)));
    if (spec.type === 'boolean' && token.value !== undefined) return err(valueNotWanted(command, token.rawName));
    if (spec.type === 'string' && (token.value ?? '') === '') return err(valueMissing(command, token.rawName, spec));
    const value = spec.type === 'boolean' ? true : (token.value ?? '');
    if (spec.choices && typeof value === 'string' && !spec.choices.includes(value)) {
      return err(notAChoice(command, token.rawName, value, spec.choices));
    }
    const before = options[token.name] ?? [];
    if (before.length > 0 && !spec.multiple && spec.type === 'string') return err(givenTwice(command, token.rawName));
    options[token.name] = [...before, value];
  }
  if (options['help'] === undefined) {
    const missing = command.arguments[given.length];
    if (missing) return err(argumentMissing(command, missing.name, missing.help));
    const extra = given[command.arguments.length];
    if (extra !== undefined) return err(argumentUnexpected(command, extra));
  }
  return ok({ arguments: given, options });
};

const seeHelp = (command: Command) => ({
  fr: `Voyez « denba ${command.name} --help ».`,
  en: `See “denba ${command.name} --help”.`,
});

const wrongUse = (what: Failure['what'], cure: Failure['cure']): Failure => ({ exit: exitCode.wrongUse, what, cure });

const unknownOption = (command: Command, name: string, known: readonly string[]): Failure => {
  const near = nearMatches(name.replace(/^-+/, ''), known)[0];
  return wrongUse(
    { fr: `l'option ${name} n'existe pas.`, en: `there is no option ${name}.` },
    near === undefined ? seeHelp(command) : { fr: `Vouliez-vous écrire --${near} ?`, en: `Did you mean --${near}?` },
  );
};

const valueMissing = (command: Command, name: string, { placeholder }: OptionSpec): Failure =>
  wrongUse(
    { fr: `il manque une valeur après ${name}.`, en: `a value is missing after ${name}.` },
    placeholder === undefined
      ? seeHelp(command)
      : { fr: `Écrivez ${name} ${placeholder}.`, en: `Write ${name} ${placeholder}.` },
  );

const valueNotWanted = (command: Command, name: string): Failure =>
  wrongUse(
    { fr: `l'option ${name} ne prend pas de valeur.`, en: `the option ${name} takes no value.` },
    seeHelp(command),
  );

const notAChoice = (_: Command, name: string, value: string, choices: readonly string[]): Failure => {
  const near = nearMatches(value, choices)[0];
  const list = choices.join(', ');
  return wrongUse(
    { fr: `« ${value} » ne convient pas pour ${name}.`, en: `“${value}” is not a value of ${name}.` },
    near === undefined
      ? { fr: `Valeurs possibles : ${list}.`, en: `Possible values: ${list}.` }
      : {
          fr: `Vouliez-vous écrire « ${near} » ? Valeurs possibles : ${list}.`,
          en: `Did you mean “${near}”? Possible values: ${list}.`,
        },
  );
};

const givenTwice = (command: Command, name: string): Failure =>
  wrongUse(
    { fr: `l'option ${name} est donnée deux fois.`, en: `the option ${name} is given twice.` },
    seeHelp(command),
  );

const argumentMissing = (command: Command, name: string, help: Failure['what']): Failure =>
  wrongUse(
    { fr: `il manque ${name} : ${help.fr}.`, en: `${name} is missing: ${help.en}.` },
    { fr: `Écrivez « denba ${command.name} ${name} ».`, en: `Write “denba ${command.name} ${name}”.` },
  );

const argumentUnexpected = (command: Command, extra: string): Failure =>
  wrongUse(
    { fr: `« ${extra} » est de trop.`, en: `“${extra}” is one argument too many.` },
    command.name === 'zscore'
      ? { fr: `Pour écrire dans un fichier : -o ${extra}.`, en: `To write to a file: -o ${extra}.` }
      : seeHelp(command),
  );
