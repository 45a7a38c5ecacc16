/**
 * `npm start`: the cohort report on a simulated cohort, with what is being shown and how to see more.
 * `npm start -- visits.csv` shows it on that file. The simulation is seeded: everybody sees the same figures.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cohortCommand } from '@denba/cli/cohort/cohort-command';
import { languageOf } from '@denba/cli/command-line/language-of';
import { runCommandLine } from '@denba/cli/command-line/run-command-line';
import { simulateCohort, visitRows } from '@denba/scenario/simulate-cohort';
import { smallNewborns } from '@denba/scenario/simulation-settings';
import { visitHeader, visitLine } from '@denba/scenario/visit-rows';

const SEED = 'denba';
const INFANTS = 400;

const { env, argv, stdin, stdout, stderr } = process;
const words = argv.slice(2);
const given = words.filter((word) => !word.startsWith('-') && word !== 'fr' && word !== 'en');
const french = languageOf(words[words.indexOf('--lang') + 1] ?? null, env) === 'fr';
const say = (fr: string, en: string): void => console.log(french ? fr : en);

const simulate = (): string => {
  const folder = fileURLToPath(new URL('../out/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}simulated-visits.csv`;
  const rows = [...visitRows(simulateCohort(SEED, { infants: INFANTS }, smallNewborns))];
  writeFileSync(file, `${[visitHeader, ...rows.map(visitLine)].join('\n')}\n`);
  return relative(process.cwd(), file);
};

const file = given[0] ?? simulate();
if (given.length === 0) {
  say(
    `Démonstration : ${INFANTS} nourrissons de petit poids SIMULÉS, suivis de la naissance à six mois.\n` +
      'Aucun enfant réel. Chaque visite est évaluée par le protocole MAMI, puis comptée dans ce rapport.\n',
    `Demonstration: ${INFANTS} SIMULATED low-birth-weight infants, followed from birth to six months.\n` +
      'No real child. Every visit is assessed by the MAMI protocol, then counted in this report.\n',
  );
}
const options = words.filter((word) => !given.includes(word));
process.exitCode = await runCommandLine([cohortCommand], ['cohort', file, ...options], {
  terminal: { stdin, stdout, stderr },
  env,
  version: '',
});
// What needs review in a simulated file is part of the demonstration.
if (given.length === 0 && process.exitCode === 1) process.exitCode = 0;

say(
  `
Pour aller plus loin :
  npm start -- visites.csv                       le même rapport sur votre fichier
  npx denba cohort ${file} --overlay ml
  npx denba assess apps/cli/examples/assessment.json   une évaluation expliquée
  npx denba check mami                           le protocole vérifié
  npx denba vignettes mami                       ses cas
  npx denba zscore mesures.csv                   z-scores d'un fichier
  npx denba --help`,
  `
To see more:
  npm start -- visits.csv                        the same report on your file
  npx denba cohort ${file} --overlay ml
  npx denba assess apps/cli/examples/assessment.json   one assessment explained
  npx denba check mami                           the protocol checked
  npx denba vignettes mami                       its cases
  npx denba zscore measurements.csv              z-scores of a file
  npx denba --help`,
);
