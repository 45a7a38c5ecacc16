/** The help of `denba` and of each of its commands. */
import type { Language } from '@denba/quantities/text';
import type { Command } from './command.ts';
import { exitCodeMeanings } from './exit-code.ts';
import { commonOptions } from './parse-call.ts';

export const helpOfAll = (commands: readonly Command[], language: Language): string => {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    say(
      'denba – croissance et suivi des 1000 premiers jours, en ligne de commande',
      'denba – growth and care in the first 1000 days, on the command line',
    ),
    '',
    `  denba ${say('COMMANDE', 'COMMAND')} …`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary[language]}`),
    '',
    say(
      '« denba COMMANDE --help » explique chaque commande. --lang fr|en choisit la langue.',
      '“denba COMMAND --help” explains each command. --lang fr|en chooses the language.',
    ),
    '',
    ...exitCodes(language),
  ].join('\n');
};

export const helpOf = (command: Command, language: Language): string => {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const options = Object.entries({ ...command.options, ...commonOptions }).map(([name, spec]) => ({
    left: `${spec.short === undefined ? '' : `-${spec.short}, `}--${name}${spec.placeholder === undefined ? '' : ` ${spec.placeholder}`}`,
    right: spec.help[language],
  }));
  const given = command.arguments.map(({ name, help }) => ({ left: name, right: help[language] }));
  const width = Math.max(...[...options, ...given].map(({ left }) => left.length));
  const rows = (items: readonly { left: string; right: string }[]): string[] =>
    items.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`);
  const usage = [`denba ${command.name}`, ...command.arguments.map(({ name }) => name), '[options]'].join(' ');
  return [
    `denba ${command.name} – ${command.summary[language]}`,
    '',
    `  ${usage}`,
    '',
    ...rows(given),
    '',
    say('Options', 'Options'),
    ...rows(options),
    '',
    command.details[language],
    '',
    say('Exemples', 'Examples'),
    ...command.examples.map((example) => `  ${example}`),
    '',
    ...exitCodes(language),
  ].join('\n');
};

const exitCodes = (language: Language): string[] => [
  language === 'fr' ? 'Codes de sortie' : 'Exit codes',
  ...exitCodeMeanings.map(([code, meaning]) => `  ${String(code).padEnd(3)} ${meaning[language]}`),
];
