/** The shipped protocol, ready to run, for tests of the clinic in Node. Compiled once. */
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { indicatorsOfPhone, protocolFiles } from '../build/protocol-plugin.ts';
import { runProtocol } from '../src/shell/protocol/protocol.ts';

export const mami = compileProtocol(readProtocol(protocolFiles()).source).compiled;
export const runningMami = runProtocol(mami, indicatorsOfPhone());
