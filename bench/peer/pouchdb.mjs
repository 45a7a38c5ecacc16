/** PouchDB 9 in memory, with what replication needs. */
import http from 'pouchdb-adapter-http';
import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import mapreduce from 'pouchdb-mapreduce';
import replication from 'pouchdb-replication';

PouchDB.plugin(memory).plugin(http).plugin(mapreduce).plugin(replication);

export { PouchDB };
