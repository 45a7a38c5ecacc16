const KEPT = 12;

/** What was kept longest ago goes when there is more than a dozen. */
export const keepNewest = <Value>(map: Map<string, Value>, key: string, value: Value): void => {
  map.delete(key);
  map.set(key, value);
  for (const old of [...map.keys()].slice(0, -KEPT)) map.delete(old);
};
