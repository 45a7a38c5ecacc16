/** Every word of the screens in English: the same keys as the French. */
import type { french } from './french.ts';
import form from './en/form.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import start from './en/start.json' with { type: 'json' };

export const english: typeof french = { ...form, ...shell, ...start };
