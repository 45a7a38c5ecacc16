/**
 * The server of the peer: express-pouchdb in its smallest mode, with its usual store, LevelDB, in the folder that it is
 * given. Reports its port by IPC.
 */
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import { PouchDB } from './pouchdb.mjs';

const app = express();
app.use(
  '/',
  expressPouchdb(PouchDB.defaults({ adapter: 'leveldb', prefix: `${process.argv[2]}/` }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
  }),
);
const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
