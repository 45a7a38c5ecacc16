/** The booklet of a protocol. Half a second of work: once for a protocol, while it is kept in memory. */
import { type Booklet, makeBooklet } from '@denba/protocols/booklet/booklet';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';

export const bookletOf = (protocol: CompiledProtocol, earlier: CompiledProtocol | null): Booklet => {
  if (earlier !== null) return makeBooklet(protocol, { earlier });
  const known = booklets.get(protocol) ?? makeBooklet(protocol);
  booklets.set(protocol, known);
  return known;
};

const booklets = new WeakMap<CompiledProtocol, Booklet>();
