/** Every word of the screens in French, one file a feature. A key begins with the name of its file. */
import form from './fr/form.json' with { type: 'json' };
import shell from './fr/shell.json' with { type: 'json' };
import start from './fr/start.json' with { type: 'json' };

export const french = { ...form, ...shell, ...start };
