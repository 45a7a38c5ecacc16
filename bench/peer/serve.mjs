/** The server of the peer: express-pouchdb, its leanest mode, in memory (no disk to wait for). Tells its port by IPC. */
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import { PouchDB } from './pouchdb.mjs';

const app = express();
app.use(
  '/',
  expressPouchdb(PouchDB.defaults({ adapter: 'memory' }), { mode: 'minimumForPouchDB', inMemoryConfig: true }),
);
const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
