/** Reads a stream of bytes piece by piece, as a format requires. */
export type ByteReader = {
  /** Exactly `size` bytes; `null`: the stream ends before. */
  readonly take: (size: number) => Promise<Buffer | null>;
  /** A line without its line end; `null`: there is no line end within `mostBytes`. */
  readonly line: (mostBytes: number) => Promise<string | null>;
};

export const createByteReader = (source: AsyncIterable<Buffer>): ByteReader => {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    held.push(next.value);
    length += next.value.length;
    return true;
  };
  const cut = (size: number): Buffer => {
    const all = Buffer.concat(held);
    held = [all.subarray(size)];
    length = all.length - size;
    return all.subarray(0, size);
  };
  return {
    take: async (size) => {
      while (length < size) if (!(await more())) return null;
      return cut(size);
    },
    line: async (mostBytes) => {
      for (;;) {
        const end = Buffer.concat(held).indexOf('\n');
        if (end >= 0 && end <= mostBytes)
          return cut(end + 1)
            .subarray(0, end)
            .toString();
        if (length > mostBytes || !(await more())) return null;
      }
    },
  };
};

/** Lines of any length, from UTF-8 that arrives in pieces. The last line needs no line end. */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer[] = [];
  for await (const bytes of source) {
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      held.push(bytes.subarray(from, end));
      yield Buffer.concat(held).toString();
      held = [];
      from = end + 1;
    }
    if (from < bytes.length) held.push(bytes.subarray(from));
  }
  if (held.length > 0) yield Buffer.concat(held).toString();
}
