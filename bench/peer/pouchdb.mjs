/** PouchDB 9, in memory and on disk, with what replication needs. */
import http from 'pouchdb-adapter-http';
import leveldb from 'pouchdb-adapter-leveldb';
import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import mapreduce from 'pouchdb-mapreduce';
import replication from 'pouchdb-replication';

PouchDB.plugin(memory).plugin(leveldb).plugin(http).plugin(mapreduce).plugin(replication);

export { PouchDB };
