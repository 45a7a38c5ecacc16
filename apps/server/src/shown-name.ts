/** Names stand in lists, files and logs of others: on one line, and in the order in which they are written. */
import * as v from 'valibot';

/** No control character, no line end, and none of the marks that turn the direction of what follows. */
export const onOneLine = v.regex<string>(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u);
