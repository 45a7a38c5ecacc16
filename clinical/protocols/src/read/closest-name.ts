import { nearMatches } from '@denba/decisions/parse/near-matches';

/** The known name that a misspelt one most resembles, for "did you mean". Null when nothing is near. */
export const closest = (name: string, known: Iterable<string>): string | null => nearMatches(name, known)[0] ?? null;
