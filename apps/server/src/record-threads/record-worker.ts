/** A thread for work on records, with connections of its own; `record-threads.ts` sends the requests. */
import { parentPort, workerData } from 'node:worker_threads';
import { Kysely, PostgresDialect } from 'kysely';
import { openPool } from '../database/open-pool.ts';
import type { Tables } from '../database/tables.ts';
import { countByContent } from '../figures/count-by-content.ts';
import { foldForLists } from '../fold-for-lists.ts';
import type { Asked, Told, WorkerGiven } from './record-threads.ts';
import { recordWork } from './record-work.ts';

/** Number of connections: one bundle is folded while another one is written. */
const CONNECTIONS = 4;

const { databaseUrl, careRules, indicators, enough } = workerData as WorkerGiven;
const tell = (told: Told): void => parentPort?.postMessage(told);
const pool = openPool(databaseUrl, CONNECTIONS, (line) => tell({ kind: 'log', line }));
const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
const isEnough = (): boolean => Atomics.load(enough, 0) === 1;
const [fold, figures] = [foldForLists(careRules), countByContent(indicators)];
const work = recordWork({ db, fold, figures, foldLater: true, isEnough });

parentPort?.on('message', async (asked: Asked) => {
  if (asked.kind === 'end') {
    await pool.end();
    parentPort?.close();
    return;
  }
  const { number, step, given } = asked;
  try {
    const answer = await (work[step] as (...given: readonly unknown[]) => Promise<unknown>)(...given);
    tell({ kind: 'answer', number, answer });
  } catch (failure) {
    tell({ kind: 'failure', number, failure });
  }
});
