/**
 * `denba pack`: checks a protocol and writes it as a pack. Prints what changes, so that nobody gives it away unread.
 */
import { knownProtocol, runnableProtocol } from '@denba/protocols/assess/runnable-protocol';
import { checkProtocol } from '@denba/protocols/check/check-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { protocolDifference } from '@denba/protocols/overlay/protocol-difference';
import type { Language } from '@denba/quantities/text';
import type { JsonValue } from '@denba/records/canonical-json';
import { readJson } from '@denba/sync/json-text';
import { packOf, packText, readPack } from '@denba/sync/packs/pack';
import { differenceLines } from '../check/difference-lines.ts';
import { problemText } from '../check/problem-text.ts';
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';
import { type Terminal, write } from '../command-line/terminal.ts';
import { readWhole } from '../input/open-bytes.ts';
import { openOutput } from '../output/open-output.ts';
import { readSource } from '../protocol-folder/read-source.ts';

export const runPack: Run = async ({ arguments: [name = ''], value, values, language, terminal }) => {
  const [overlays, path, against] = [values('overlay'), value('output'), value('against')];
  if (path === null) throw new Stop(noOutput);
  const before = against === null ? null : await readBefore(against, terminal);
  const read = readSource(name, overlays);
  const { compiled, problems } = checkProtocol(read.source, read.problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    await write(terminal.stderr, `${errors.map((one) => problemText(one, language)).join('\n')}\n`);
    throw new Stop(notClean(name, errors.length));
  }
  const runs = runnableProtocol(compiled);
  if (!runs.ok) throw new Stop(cannotRun(name, runs.error.kind === 'cannotRun' ? runs.error.why : runs.error.kind));
  const pack = await packOf(compiled as unknown as JsonValue);
  const output = await openOutput(path, terminal);
  await output.write(packText(pack));
  await output.finish();
  const lines = [
    ...(overlays.length === 0 ? [] : differenceLines(read, overlays, language)),
    ...(before === null ? [] : sinceBefore(before, compiled, language)),
    `${compiled.id} ${[compiled.version, ...overlays].join(' + ')} · ${pack.id}`,
  ];
  await write(terminal.stderr, `${lines.join('\n')}\n`);
  return exitCode.fine;
};

const sinceBefore = (before: CompiledProtocol, after: CompiledProtocol, language: Language): readonly string[] => {
  const differences = protocolDifference(before, after);
  const [title, nothing] =
    language === 'fr' ? ["Depuis le fichier d'avant :", '  rien'] : ['Since the file from before:', '  nothing'];
  return [title, ...(differences.length === 0 ? [nothing] : differences.map((text) => `  ${text[language]}`)), ''];
};

const readBefore = async (path: string, terminal: Terminal): Promise<CompiledProtocol> => {
  const pack = await readPack((await readWhole(path, terminal)).toString());
  const known = pack.ok ? knownProtocol(readJson(pack.value.content)) : pack;
  if (known.ok) return known.value;
  throw new Stop({
    exit: exitCode.cannotRead,
    place: { file: path },
    what: {
      fr: "ce n'est pas un fichier de « denba pack », ou il est coupé ou changé.",
      en: 'this is not a file of “denba pack”, or it was cut off or changed.',
    },
    cure: {
      fr: "Donnez après --against le fichier tel qu'il a été fait.",
      en: 'Give after --against the file as it was made.',
    },
  });
};

const noOutput = {
  exit: exitCode.wrongUse,
  what: { fr: 'il manque le fichier à écrire.', en: 'the file to write is missing.' },
  cure: { fr: 'Ajoutez -o et un nom de fichier.', en: 'Add -o and a file name.' },
} as const;

const notClean = (name: string, count: number) => ({
  exit: exitCode.findings,
  what: {
    fr: `le protocole ${name} a ${count} défaut(s) : aucun fichier n'a été fait.`,
    en: `the protocol ${name} has ${count} error(s): no file was made.`,
  },
  cure: { fr: 'Corrigez-les, puis recommencez.', en: 'Correct them, then try again.' },
});

const cannotRun = (name: string, why: string) => ({
  exit: exitCode.findings,
  what: {
    fr: `la clinique ne peut pas utiliser le protocole ${name} (${why}).`,
    en: `the clinic cannot run the protocol ${name} (${why}).`,
  },
  cure: {
    fr: `« denba check ${name} » dit ce qui manque.`,
    en: `“denba check ${name}” says what is missing.`,
  },
});
