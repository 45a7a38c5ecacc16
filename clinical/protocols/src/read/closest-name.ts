import { nearMatches } from '@denba/decisions/parse/near-matches';

/** The known name that is most similar to a misspelt one, for "did you mean". Null when none is similar. */
export const closest = (name: string, known: Iterable<string>): string | null => nearMatches(name, known)[0] ?? null;
