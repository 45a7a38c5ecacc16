/**
 * The number of typing slips between two words: a letter left out, inserted or changed, or two neighbouring letters
 * exchanged (optimal string alignment). Stops as soon as the number exceeds `most`.
 */
const LONGEST = 40;
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;

/** The number of slips, or `most + 1` when there are more. Words of more than 40 letters count as too far apart. */
export const editDistance = (a: string, b: string, most: number): number => {
  const tooMany = most + 1;
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || a.length > LONGEST || b.length > LONGEST) return tooMany;
  let [beforeLast, last, now] = rows as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    now[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const exchanged =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (exchanged) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      now[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return tooMany;
    [beforeLast, last, now] = [last, now, beforeLast];
  }
  return Math.min(last[b.length] ?? tooMany, tooMany);
};
