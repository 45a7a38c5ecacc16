/** Every word of the screens in English: the same keys as the French. */
import type { french } from './french.ts';
import family from './en/family.json' with { type: 'json' };
import field from './en/field.json' with { type: 'json' };
import visit from './en/visit.json' with { type: 'json' };
import findings from './en/findings.json' with { type: 'json' };
import result from './en/result.json' with { type: 'json' };
import form from './en/form.json' with { type: 'json' };
import say from './en/say.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import start from './en/start.json' with { type: 'json' };

export const english: typeof french = { ...family, ...result, ...findings, ...visit, ...field, ...form, ...say, ...shell, ...start };
