/**
 * Converts a P-256 public key between 65 and 33 bytes: a point of the curve is determined by its x and the parity of
 * its y. Browsers import and export only the long form. SEC 1 §2.3; curve constants: NIST SP 800-186.
 */
const PRIME = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const UNCOMPRESSED = 4;
const EVEN = 2;
const ODD = 3;

export const POINT_BYTES = 33;

/** Converts 65 bytes to 33. Throws when the input is not an uncompressed point, because it is always our own key. */
export const compressPoint = (point: Uint8Array): Uint8Array => {
  if (point.length !== 65 || point[0] !== UNCOMPRESSED) throw new RangeError('not an uncompressed point of P-256');
  const odd = ((point[64] ?? 0) & 1) === 1;
  return Uint8Array.from([odd ? ODD : EVEN, ...point.subarray(1, 33)]);
};

/** Converts 33 bytes to 65; returns `null` when no point of the curve has this x. */
export const decompressPoint = (point: Uint8Array): Uint8Array | null => {
  const [parity] = point;
  if (point.length !== POINT_BYTES || (parity !== EVEN && parity !== ODD)) return null;
  const x = point.subarray(1).reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  if (x >= PRIME) return null;
  const square = modulo(x ** 3n - 3n * x + B);
  // The prime is 3 modulo 4, so this power is a square root if there is one.
  const root = power(square, (PRIME + 1n) / 4n);
  if (modulo(root * root) !== square) return null;
  const y = (root & 1n) === BigInt(parity & 1) ? root : PRIME - root;
  return Uint8Array.from([UNCOMPRESSED, ...point.subarray(1), ...bytesOf(y)]);
};

const modulo = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  let factor = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = modulo(result * factor);
    factor = modulo(factor * factor);
  }
  return result;
};

const bytesOf = (value: bigint): readonly number[] =>
  Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(8 * (31 - index))) & 0xffn));
