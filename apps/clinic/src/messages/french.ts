/** Every word of the screens in French, one file a feature. A key begins with the name of its file. */
import family from './fr/family.json' with { type: 'json' };
import field from './fr/field.json' with { type: 'json' };
import visit from './fr/visit.json' with { type: 'json' };
import findings from './fr/findings.json' with { type: 'json' };
import result from './fr/result.json' with { type: 'json' };
import form from './fr/form.json' with { type: 'json' };
import say from './fr/say.json' with { type: 'json' };
import shell from './fr/shell.json' with { type: 'json' };
import start from './fr/start.json' with { type: 'json' };

export const french = { ...family, ...result, ...findings, ...visit, ...field, ...form, ...say, ...shell, ...start };
