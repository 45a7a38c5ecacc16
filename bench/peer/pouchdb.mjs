/** PouchDB 9 with stores in memory and on disk, and with replication. */
import http from 'pouchdb-adapter-http';
import leveldb from 'pouchdb-adapter-leveldb';
import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import mapreduce from 'pouchdb-mapreduce';
import replication from 'pouchdb-replication';

PouchDB.plugin(memory).plugin(leveldb).plugin(http).plugin(mapreduce).plugin(replication);

export { PouchDB };
