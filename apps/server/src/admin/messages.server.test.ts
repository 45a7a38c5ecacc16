/** Every word of the management pages is in a message file, in French and in English. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueProblems } from '@denba/kit/messages/catalogue-problems';
import { describe, expect, it } from 'vitest';
import { wordsInHtml } from '../../../../testing/pages/words-in-html.ts';
import { english } from './messages/english.ts';
import { french } from './messages/french.ts';

const source = fileURLToPath(new URL('.', import.meta.url));
const pages = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('messages'),
);

describe('the message files', () => {
  it('say the same in French and in English, with the same values and every plural form', () => {
    expect(catalogueProblems({ language: 'fr', catalogue: french }, { language: 'en', catalogue: english })).toEqual(
      [],
    );
  });

  it.each([
    ['fr', french],
    ['en', english],
  ] as const)('of %s are each joined, under the name of their file', (language, catalogue) => {
    const folder = join(source, 'messages', language);
    const keys = readdirSync(folder).flatMap((file) => {
      const own = Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      expect(own.filter((key) => !key.startsWith(`${file.replace('.json', '')}.`))).toEqual([]);
      return own;
    });
    expect(Object.keys(catalogue).sort()).toEqual(keys.sort());
  });

  it('are all used', () => {
    const code = pages.map((file) => readFileSync(join(source, file), 'utf8')).join('\n');
    const unused = Object.keys(french)
      .map((key) => key.replace(/_(zero|one|other)$/, ''))
      // These keys are built from data (kinds, roles, fields, reasons), so they do not appear in the code.
      .filter(
        (key) =>
          !/^(kind|role|field)\.|^quarantine\.reason-|^courier\.outcome-|^api\.who-/.test(key) &&
          !code.includes(`'${key}'`),
      );
    expect(unused).toEqual([]);
  });
});

describe('a page', () => {
  it.each(pages)('%s holds no words of its own', (file) => {
    expect(wordsInHtml(readFileSync(join(source, file), 'utf8'))).toEqual([]);
  });

  it('would be found out', () => {
    expect(wordsInHtml('html`<p>Bonjour</p>`')).toEqual(['Bonjour']);
    expect(wordsInHtml(`html\`<a href="/x/\${y}" title="Aller">\${z}</a>\``)).toEqual(['Aller']);
    expect(wordsInHtml(`html\`<p class="a \${b}">\${c && html\`oui\`} · \${d}</p>\``)).toEqual(['oui']);
  });
});
