import { describe, expect, it } from 'vitest';
import { runHere } from '../../test/run-denba.ts';
import { everyCommand as commands } from '../every-command.ts';

describe('denba without a command', () => {
  it('lists the commands and says that it was not used rightly', async () => {
    const { code, out } = await runHere([]);
    expect(code).toBe(2);
    for (const { name } of commands) expect(out).toContain(`  ${name}`);
  });

  it('gives its version', async () => expect(await runHere(['--version'])).toMatchObject({ code: 0, out: '0.0.0\n' }));
});

describe.each(commands)('denba $name', (command) => {
  const { name } = command;

  it('explains itself in French and in English, with its options and exit codes', async () => {
    const [french, english] = [await runHere([name, '--help']), await runHere([name, '--help', '--lang', 'en'])];
    expect([french.code, english.code]).toEqual([0, 0]);
    expect(french.out).toContain('Codes de sortie');
    expect(english.out).toContain('Exit codes');
    for (const option of Object.keys(command.options)) expect(english.out).toContain(`--${option}`);
    expect((await runHere(['help', name])).out).toBe(french.out);
  });

  it('names the nearest option when one is mistyped', async () => {
    const { code, err, out } = await runHere([name, 'x', '--hepl']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe("denba : l'option --hepl n'existe pas.\n  → Vouliez-vous écrire --help ?\n");
  });

  it('says what is missing, and what is too many', async () => {
    const wanted = command.arguments.map(() => 'a');
    if (wanted.length > 0) expect(await runHere([name, '--lang', 'en'])).toMatchObject({ code: 2 });
    const { code, err } = await runHere([name, ...wanted, 'b', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('“b” is one argument too many');
  });
});

describe('words', () => {
  it('suggest the nearest command', async () => {
    const { code, err } = await runHere(['zscor', 'a.csv']);
    expect(code).toBe(2);
    expect(err).toContain('Vouliez-vous écrire « denba zscore » ?');
  });

  it('that make no sense list what there is', async () => {
    expect((await runHere(['frobnicate'])).err).toContain('zscore, cohort, assess, check, vignettes');
  });

  it('refuse a value outside the choices of an option', async () => {
    const { code, err } = await runHere(['cohort', 'a.csv', '--format', 'jsn']);
    expect(code).toBe(2);
    expect(err).toContain('Vouliez-vous écrire « json » ?');
  });

  it('refuse an option without its value, a flag with one, and the same option twice', async () => {
    expect((await runHere(['zscore', 'a.csv', '-o'])).err).toContain('il manque une valeur après -o');
    expect((await runHere(['zscore', 'a.csv', '--raw=yes'])).err).toContain('ne prend pas de valeur');
    expect((await runHere(['zscore', 'a.csv', '-o', 'b', '-o', 'c'])).err).toContain('deux fois');
  });
});

describe('the language', () => {
  it('is French unless the environment or the option says English', async () => {
    const heading = async (words: readonly string[], env = {}) => (await runHere(words, { env })).out.slice(0, 20);
    expect(await heading([])).toContain('croissance');
    expect(await heading([], { LANG: 'en_GB.UTF-8' })).toContain('growth');
    expect(await heading([], { LANG: 'de_DE.UTF-8' })).toContain('croissance');
    expect(await heading(['--lang', 'en'])).toContain('growth');
    expect(await heading(['--lang=fr'], { LANG: 'en_GB.UTF-8' })).toContain('croissance');
  });
});
