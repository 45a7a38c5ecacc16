const KEPT = 12;

/** Sets an entry of a cache, and removes the least recently set ones when there are more than `most`. */
export const keepNewest = <Value>(map: Map<string, Value>, key: string, value: Value, most = KEPT): void => {
  map.delete(key);
  map.set(key, value);
  for (const old of [...map.keys()].slice(0, -most)) map.delete(old);
};
