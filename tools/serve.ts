/**
 * What `npm start` runs once everything is built: the server with a database of its own and a simulated district. It
 * prints the addresses, and runs until it is stopped. Settings are environment variables (docs/settings.md); `npm start
 * -- --lang en` prints messages in English.
 */
import { availableParallelism } from 'node:os';
import { languageOf } from '@denba/cli/command-line/language-of';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { readConfiguration } from '@denba/server/configuration';
import { shippedIndicators } from '@denba/server/portal/shipped-indicators';
import { startDenba } from '@denba/server/start-denba';
import { startProblem } from '@denba/server/start-problem';
import { clinicFolder } from '../apps/clinic/build/clinic-folder.ts';
import { protocolFiles } from '../apps/clinic/build/protocol-plugin.ts';
import { type DistrictTold, loadDemonstrationDistrict } from './district/load-demonstration-district.ts';

/** Each thread may take about sixty megabytes. */
const THREADS = Math.min(4, availableParallelism());

const { env, argv } = process;
const french = languageOf(argv[argv.indexOf('--lang') + 1] ?? null, env) === 'fr';
const say = (fr: string, en: string): void => console.log(french ? fr : en);

const configured = readConfiguration({ DENBA_DEMONSTRATION: 'yes', ...env }, { isRoot: process.getuid?.() === 0 });
if (!configured.ok) {
  for (const { variable, problem, remedy } of configured.error) {
    say(`${variable} : ${problem.fr}. ${remedy.fr}`, `${variable}: ${problem.en}. ${remedy.en}`);
  }
  process.exit(2);
}
const configuration = configured.value;

say('Denba démarre le serveur…', 'Denba is starting the server…');
const files = protocolFiles();
const protocol = compileProtocol(readProtocol(files).source).compiled;
const indicators = shippedIndicators();
const denba = await startDenba({
  configuration,
  clinicFolder,
  protocol,
  protocolFiles: files,
  indicators,
  threads: THREADS,
  now: () => new Date(),
  // Successful requests are not printed; failures are, without anybody's data.
  log: (line) => {
    if (line['kind'] !== 'request') console.error(JSON.stringify(line));
  },
}).catch((failure: unknown): never => {
  const problem = startProblem(failure, configuration);
  say(problem.fr, problem.en);
  process.exit(1);
});

const { port } = new URL(denba.url);
const everywhere = ['127.0.0.1', '0.0.0.0', 'localhost', '::', '::1'].includes(configuration.host);
/** The address that the reader can use: the public one when it is set. */
const site = env['PUBLIC_URL']?.trim() ? configuration.publicUrl : everywhere ? `http://localhost:${port}` : denba.url;
const clinic = `${site}/clinic/`;
const setUp = (language: 'fr' | 'en'): string => {
  if (denba.setupCode === null) return '';
  const code = (denba.setupCode.match(/.{1,4}/g) ?? []).join(' ');
  return language === 'fr'
    ? `\nPour administrer (lieux, comptes, téléphones) : ${site}/admin\nPour lire les chiffres : ${site}/portal\nLe premier compte se crée avec ce code : ${code}\n`
    : `\nTo administer (places, accounts, phones): ${site}/admin\nTo read the figures: ${site}/portal\nThe first account is made with this code: ${code}\n`;
};
const codes = (text: string): string => {
  const lines = denba.demonstration.map(({ place, code }) => `  ${code.slice(0, 4)} ${code.slice(4)}   ${place}`);
  return lines.length === 0 ? '' : `${text}\n\n${lines.join('\n')}\n`;
};

say(
  `
La clinique est ouverte :

  ${clinic}

Choisissez « Centre de formation » : des familles SIMULÉES y attendent, aucune n'est réelle.
${codes('Ou reliez un téléphone à un centre SIMULÉ du serveur, avec un code (valable un jour, une fois) :')}${setUp('fr')}
Après la première ouverture elle marche sans réseau. Ctrl+C arrête ce serveur.
Données du serveur : ${configuration.databaseUrl === null ? configuration.dataFolder : 'DATABASE_URL'}

En ligne de commande : npx denba --help (z-scores, cohortes, évaluations expliquées, protocole vérifié).`,
  `
The clinic is open:

  ${clinic}

Choose “Training centre”: SIMULATED families are waiting there, none is real.
${codes('Or join a phone to a SIMULATED centre of the server, with a code (valid for a day, once):')}${setUp('en')}
After the first opening it works without network. Ctrl+C stops this server.
Data of the server: ${configuration.databaseUrl === null ? configuration.dataFolder : 'DATABASE_URL'}

On the command line: npx denba --help (z-scores, cohorts, explained assessments, the protocol checked).`,
);

if (configuration.demonstration && denba.demonstration.length === 0) {
  say(
    "Cette base a un vrai pays : aucun centre simulé n'y est ajouté. Réglez DENBA_DEMONSTRATION=no.",
    'This database has a real country: no simulated centre is added to it. Set DENBA_DEMONSTRATION=no.',
  );
}

const tenths = (share: number): number => Math.floor(share * 10);
let told = 0;
const sayDistrict = (district: DistrictTold): void => {
  if (district.kind === 'making' && tenths(district.share) > told) {
    told = tenths(district.share);
    say(`District simulé : ${told * 10} %`, `Simulated district: ${told * 10}%`);
  } else if (district.kind === 'loaded') {
    const { families, entries, ms } = district;
    const seconds = Math.round(ms / 1000);
    say(
      `District simulé chargé en ${seconds} s : ${families} familles, ${entries} saisies, aucune n'est réelle.`,
      `Simulated district loaded in ${seconds} s: ${families} families, ${entries} entries, none is real.`,
    );
  }
};
const district =
  denba.demonstration.length > 0 && env['DENBA_DISTRICT']?.trim() !== 'no'
    ? loadDemonstrationDistrict({ ...denba, protocol, indicators, now: () => new Date() }, sayDistrict)
    : null;
district?.done.catch((failure: unknown) => {
  const why = failure instanceof Error ? failure.message : String(failure);
  say(`Le district simulé n'a pas pu être chargé. ${why}`, `The simulated district could not be loaded. ${why}`);
});

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // A failure of the district's loading has already been reported.
    const quiet = district?.stop().catch(() => {}) ?? Promise.resolve();
    void quiet.then(() => denba.stop()).then(() => process.exit(0));
  });
}
