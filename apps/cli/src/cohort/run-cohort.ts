/** `denba cohort`: makes a report from a file of real visits. */
import type { Run } from '../command-line/command.ts';
import { exitCode } from '../command-line/exit-code.ts';
import { note, write } from '../command-line/terminal.ts';
import { locateColumns, misspelt } from '../input/header-columns.ts';
import { inputNotices } from '../input/input-notices.ts';
import { openCsv } from '../input/read-csv.ts';
import { createReviews, reviewLines } from '../input/review.ts';
import { loadProtocol } from '../protocol-folder/load-protocol.ts';
import { makeReport } from './make-report.ts';
import { readVisits, visitColumns } from './read-visits.ts';
import { reportText } from './report-text.ts';

export const runCohort: Run = async ({ arguments: [path = '-'], value, values, language, terminal }) => {
  const input = await openCsv(path, terminal);
  const reviews = createReviews();
  const rows = await readVisits(input, reviews);
  for (const notice of inputNotices(input)) note(terminal, notice[language]);
  const places = locateColumns(input.file, input.header, visitColumns);
  for (const { heading, near } of misspelt(input.header, visitColumns, places)) {
    note(
      terminal,
      language === 'fr'
        ? `${input.file}:1 [${heading}] cette colonne n'est pas lue : vouliez-vous écrire « ${near} » ?`
        : `${input.file}:1 [${heading}] this column is not read: did you mean “${near}”?`,
    );
  }
  const protocol = await loadProtocol(value('protocol') ?? 'mami', values('overlay'));
  const report = makeReport({ file: input.file, rows, reviews, protocol, nowMs: Date.now() });
  const text = value('format') === 'json' ? JSON.stringify(report, null, 2) : reportText(report, language);
  await write(terminal.stdout, `${text}\n`);
  for (const line of reviewLines(reviews, input.file, language)) note(terminal, line);
  return reviews.total > 0 ? exitCode.findings : exitCode.fine;
};
