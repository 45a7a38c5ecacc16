/** `denba zscore`: computes the z-scores of a file of measurements, batch by batch. */
import { stringify } from 'csv-stringify/sync';
import type { Call, Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { note } from '../command-line/terminal.ts';
import { misspelt } from '../input/header-columns.ts';
import { inputNotices } from '../input/input-notices.ts';
import { type CsvInput, openCsv } from '../input/read-csv.ts';
import { count } from '../output/format-number.ts';
import { type Output, openOutput } from '../output/open-output.ts';
import { createProgress } from '../output/progress.ts';
import { createBatchScorer } from './batch-scorer.ts';
import { inputColumns, locateInput } from './input-columns.ts';
import { addedColumns } from './output-columns.ts';
import { createTally, zscoreSummary } from './zscore-summary.ts';

export const runZscore: Run = async (call) => {
  const { language, terminal } = call;
  const started = performance.now();
  const input = await openCsv(call.arguments[0] ?? '-', terminal);
  const places = locateInput(input);
  const added = addedColumns(input.header, places.has('gestational_age_days'));
  for (const notice of inputNotices(input)) note(terminal, notice[language]);
  const encodingTold = input.encoding();
  for (const { heading, near } of misspelt(input.header, inputColumns, places)) {
    note(terminal, misspeltText(input.file, heading, near)[language]);
  }
  if (added.renamed.length > 0) note(terminal, renamedText(added.renamed)[language]);
  const output = await openOutput(call.value('output'), terminal);
  const tally = createTally();
  const progress = createProgress(terminal);
  try {
    const line = (records: readonly (readonly string[])[]): string =>
      stringify(records as string[][], {
        delimiter: input.dialect.delimiter,
        record_delimiter: input.dialect.lineEnd,
        bom: false,
      });
    await output.write(`${input.byteOrderMark ? '\uFEFF' : ''}${line([[...input.header, ...added.headings]])}`);
    const score = createBatchScorer(input, places, call.flag('raw'), tally);
    for await (const records of input.batches) {
      await output.write(line(score(records)));
      progress.at(() => progressText(tally.rows, input.expected(), call));
    }
    progress.clear();
    await output.finish();
  } catch (error) {
    progress.clear();
    await abandon(output, call, tally.rows);
    throw error;
  }
  if (input.encoding() !== encodingTold) note(terminal, inputNotices(input).at(-1)?.[language] ?? '');
  if (tally.rows === 0) note(terminal, noRows(input)[language]);
  note(terminal, zscoreSummary(tally, input.file, (performance.now() - started) / 1000, language));
  return tally.reviews.total > 0 ? exitCode.findings : exitCode.fine;
};

/** Ends a run that failed: removes the unfinished file, or says how many rows standard output already received. */
const abandon = async (output: Output, { terminal, language, value }: Call, rows: number): Promise<void> => {
  await output.abandon();
  if (rows === 0) return;
  const part = count(rows, language);
  if (value('output') === null) {
    note(
      terminal,
      language === 'fr'
        ? `Résultat incomplet : seules ${part} lignes ont été écrites avant l'erreur.`
        : `Incomplete result: only ${part} rows were written before the error.`,
    );
  }
};

const progressText = (rows: number, expected: number | null, { language }: Call): string => {
  const done = count(rows, language);
  const share = expected === null || expected === 0 ? '' : ` (${Math.min(99, Math.floor((rows / expected) * 100))} %)`;
  return language === 'fr' ? `${done} lignes${share}…` : `${done} rows${share}…`;
};

const misspeltText = (file: string, heading: string, near: string) => ({
  fr: `${file}:1 [${heading}] cette colonne n'est pas lue : vouliez-vous écrire « ${near} » ?`,
  en: `${file}:1 [${heading}] this column is not read: did you mean “${near}”?`,
});

const renamedText = (names: readonly string[]) => ({
  fr: `Le fichier a déjà ${names.join(', ')} : ces colonnes sont gardées, les nouvelles commencent par denba_.`,
  en: `The file already has ${names.join(', ')}: these columns are kept, the new ones begin with denba_.`,
});

const noRows = ({ file }: CsvInput) => ({
  fr: `${file} : il n'y a que la ligne de titres.`,
  en: `${file}: there is only the line of headings.`,
});
