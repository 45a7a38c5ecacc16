/** The MAMI protocol as it is shipped, read and compiled once for all test files of a worker process. */
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { mamiFiles } from '../read-mami.ts';

export const readMami = readProtocol(mamiFiles());
export const mamiSource = readMami.source;
export const compiledMami = compileProtocol(mamiSource).compiled;
