/** Name and code of a place. Neither begins with a sign: a spreadsheet would take it for a formula. */
import * as v from 'valibot';
import { onOneLine } from '../shown-name.ts';

export const placeName = v.pipe(v.string(), v.trim(), v.maxLength(120), v.regex(/^[\p{L}\p{N}(]/u), onOneLine);
export const placeCode = v.pipe(v.string(), v.trim(), v.regex(/^\w[\w.-]{0,39}$/));
