/**
 * Names of places without what most of them share, for a picture with little room: « CSCom de Siby (simulé) » becomes
 * « Siby » among similar names. The tables have the whole names.
 */

const FEWEST = 3;
/** Small words that remain between the shared part and the name itself. */
const link = /^(de la |de l['’]|du |des |de |d['’])/i;

/**
 * One short name for each name, in their order. A part that only few names share stays, because it tells them apart.
 */
export const shortNames = (names: readonly string[]): readonly string[] => {
  if (names.length < FEWEST) return names;
  const endings = commonest(names.map((name) => /\s*\([^)]*\)$/.exec(name)?.[0] ?? ''));
  const firsts = commonest(names.map((name) => name.slice(0, name.indexOf(' ') + 1)));
  return names.map((name) => {
    const ended = endings !== '' && name.endsWith(endings) ? name.slice(0, -endings.length) : name;
    if (firsts === '' || !ended.startsWith(firsts)) return ended;
    const rest = ended.slice(firsts.length).replace(link, '');
    return rest === '' ? ended : rest;
  });
};

/** The part that more than half of the names share; `''`: there is none. */
const commonest = (parts: readonly string[]): string =>
  [...new Set(parts)].find((part) => parts.filter((one) => one === part).length * 2 > parts.length) ?? '';
