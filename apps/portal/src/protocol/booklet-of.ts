/** The booklet of a protocol. Making one takes about half a second, so it is cached while the protocol is in memory. */
import { type Booklet, makeBooklet } from '@denba/protocols/booklet/booklet';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';

export const bookletOf = (protocol: CompiledProtocol, earlier: CompiledProtocol | null): Booklet => {
  if (earlier !== null) return makeBooklet(protocol, { earlier });
  const known = booklets.get(protocol) ?? makeBooklet(protocol);
  booklets.set(protocol, known);
  return known;
};

const booklets = new WeakMap<CompiledProtocol, Booklet>();
