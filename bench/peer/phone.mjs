/**
 * The phone of the peer. `push FILE` stores the entries of the file (one per line) unencrypted in a database in memory,
 * then replicates them to the server; `pull` replicates into an empty database. Without a batch size, PouchDB's default
 * is used. Nothing is folded or encrypted. Reports milliseconds by IPC.
 */
import { readFileSync } from 'node:fs';
import { PouchDB } from './pouchdb.mjs';

const [what, address, file, batch] = process.argv.slice(2);
const here = new PouchDB('phone', { adapter: 'memory' });
const there = new PouchDB(address, { adapter: 'http' });
const options = batch === undefined ? {} : { batch_size: Number(batch) };
if (what === 'push') {
  const documents = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((entry) => ({ ...entry, _id: entry.id }));
  for (let at = 0; at < documents.length; at += 1000) await here.bulkDocs(documents.slice(at, at + 1000));
}
const start = performance.now();
const { ok, docs_written: written } = await (what === 'push'
  ? here.replicate.to(there, options)
  : here.replicate.from(there, options));
const ms = performance.now() - start;
if (ok !== true) throw new Error('the replication did not end well');
process.send({ ms, written });
process.disconnect();
