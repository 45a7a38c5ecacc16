/** Every word of the management pages is in a message file, in French and in English. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueProblems } from '@denba/kit/messages/catalogue-problems';
import { transformSync } from 'esbuild';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { english } from './messages/english.ts';
import { french } from './messages/french.ts';

const source = fileURLToPath(new URL('.', import.meta.url));
const pages = readdirSync(source).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

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
      // Kinds, roles, fields and reasons are asked for by what the data say.
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

type Node = { readonly type: string; readonly [name: string]: unknown };

/** Letters outside of tags, and in attributes that somebody reads or hears. */
function wordsInHtml(code: string): readonly string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    if (node.type === 'TaggedTemplateExpression' && (node['tag'] as Node)['name'] === 'html') {
      const quasis = (node['quasi'] as Node)['quasis'] as readonly { value: { cooked: string } }[];
      const page = quasis.map(({ value }) => value.cooked).join('\0');
      const heard = [...page.matchAll(/\s(?:title|alt|placeholder|aria-label)="([^"]*)"/g)].map(
        ([, text = '']) => text,
      );
      const seen = page.replaceAll(/<[^>]*>/g, '\0').split('\0');
      found.push(...[...seen, ...heard].map((text) => text.trim()).filter((text) => /\p{L}/u.test(text)));
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) look(child);
    }
  };
  look(parseAst(transformSync(code, { loader: 'ts', target: 'es2023' }).code) as unknown as Node);
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
