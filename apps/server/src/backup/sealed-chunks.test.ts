import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackupStop } from './backup-problem.ts';
import { openChunks, sealChunks } from './sealed-chunks.ts';

const passphrase = 'quatre mots pour Kati';
/** Far cheaper than in production: these tests do not measure how slow guessing is. */
const cost = 2 ** 4;

async function* pieces(...buffers: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* buffers;
}

const all = async (source: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const bytes of source) chunks.push(bytes);
  return Buffer.concat(chunks);
};

const sealed = (plain: Buffer): Promise<Buffer> => all(sealChunks(pieces(plain), { passphrase, cost }));

const kindOf = async (file: Buffer, phrase = passphrase): Promise<string> => {
  try {
    await all(openChunks(pieces(file), phrase));
    return 'opens';
  } catch (failure) {
    return failure instanceof BackupStop ? failure.problem.kind : String(failure);
  }
};

const MIB = 1 << 20;

describe('a sealed file', () => {
  it.each([0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 5])(
    'of %i bytes opens as it was, whatever the pieces',
    async (size) => {
      const plain = randomBytes(size);
      const file = await all(
        sealChunks(pieces(plain.subarray(0, size / 3), plain.subarray(size / 3)), { passphrase, cost }),
      );
      const inPieces = Array.from({ length: Math.ceil(file.length / 70_001) }, (_, at) =>
        file.subarray(at * 70_001, (at + 1) * 70_001),
      );
      expect((await all(openChunks(pieces(...inPieces), passphrase))).equals(plain)).toBe(true);
    },
  );

  it('opens with its own pass phrase only, typed on any keyboard', async () => {
    const file = await all(sealChunks(pieces(Buffer.from('x')), { passphrase: 'Ségou à pied', cost }));
    expect(await kindOf(file, 'Ségou à pied'.normalize('NFD'))).toBe('opens');
    expect(await kindOf(file, 'Segou a pied')).toBe('wrongPassphrase');
  });

  it('cut anywhere is found to be cut', async () => {
    const file = await sealed(randomBytes(2 * MIB + 100));
    const ends = [file.length - 1, file.length - 117, MIB + 500, 400, file.indexOf('\n') + 70];
    for (const end of ends) expect(await kindOf(file.subarray(0, end))).toBe('truncated');
    expect(await kindOf(Buffer.alloc(0))).toBe('notABackup');
  });

  it('with chunks that were left out, changed about, doubled or added to does not open', async () => {
    const file = await sealed(randomBytes(3 * MIB));
    const start = file.indexOf('\n', file.indexOf('\n') + 1) + 1;
    const size = 4 + MIB + 16;
    const [head, one, two, three] = [
      file.subarray(0, start),
      file.subarray(start, start + size),
      file.subarray(start + size, start + 2 * size),
      file.subarray(start + 2 * size),
    ];
    for (const wrong of [[one, three], [two, one, three], [one, one, two, three], [one, two, three, three], [three]]) {
      expect(await kindOf(Buffer.concat([head, ...wrong]))).toBe('altered');
    }
    const other = await sealed(randomBytes(3 * MIB));
    expect(await kindOf(Buffer.concat([head, other.subarray(start)]))).toBe('altered');
  });

  it('with any byte changed gives none that it did not hold', async () => {
    const file = await sealed(randomBytes(500));
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const wrong = Buffer.from(file);
        wrong[at] = (wrong[at] ?? 0) ^ change;
        expect(await kindOf(wrong)).not.toBe('opens');
      }),
      { numRuns: 300 },
    );
  });

  it('of a later format says so', async () => {
    const file = (await sealed(Buffer.from('x'))).toString('latin1').replace('"format":1', '"format":2');
    expect(await kindOf(Buffer.from(file, 'latin1'))).toBe('newer');
    expect(await kindOf(Buffer.from('PK\u0003\u0004 another kind of file'))).toBe('notABackup');
  });
});
