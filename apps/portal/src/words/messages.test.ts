/** Every word of the portal is in a message file, in French and in English, and is used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueProblems } from '@denba/kit/messages/catalogue-problems';
import { describe, expect, it } from 'vitest';
import { wordsInHtml } from '../../../../testing/pages/words-in-html.ts';
import { english } from '../messages/english.ts';
import { french } from '../messages/french.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('messages'),
);
const code = files.map((file) => readFileSync(join(source, file), 'utf8')).join('\n');

describe('the words of the portal', () => {
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
    // Keys that the data complete, such as `why.${…}`.
    const open = [...code.matchAll(/`([a-z.-]+)\$\{/g)]
      .map(([, start = '']) => start)
      .filter((one) => one.includes('.'));
    const unused = Object.keys(french)
      .map((key) => key.replace(/_(zero|one|other)$/, ''))
      .filter((key) => !code.includes(`'${key}'`) && !open.some((start) => key.startsWith(start)));
    expect([...new Set(unused)]).toEqual([]);
  });

  it.each(files)('stand in no page: %s', (file) => {
    expect(wordsInHtml(readFileSync(join(source, file), 'utf8'))).toEqual([]);
  });
});
