/** Tests that every word that a user reads is in a message file, in French and in English. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueProblems } from '@denba/kit/messages/catalogue-problems';
import { transformSync } from 'esbuild';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { english } from '../src/messages/english.ts';
import { french } from '../src/messages/french.ts';

const source = fileURLToPath(new URL('../src', import.meta.url));
const views = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.view.tsx'));

describe('the message files', () => {
  it('say the same in French and in English, with the same values and every plural form', () => {
    expect(catalogueProblems({ language: 'fr', catalogue: french }, { language: 'en', catalogue: english })).toEqual(
      [],
    );
  });

  it('are each joined, and no two of them say what one screen says', () => {
    for (const [language, catalogue] of [
      ['fr', french],
      ['en', english],
    ] as const) {
      const folder = join(source, 'messages', language);
      const files = readdirSync(folder).map((file) =>
        Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
      );
      expect(Object.keys(catalogue).sort(), language).toEqual(files.flat().sort());
      const screens = files.flatMap((keys) => [...new Set(keys.map((key) => key.split('.', 1)[0]))]);
      expect(
        screens.filter((screen, at) => screens.indexOf(screen) !== at),
        language,
      ).toEqual([]);
    }
  });
});

describe('a component', () => {
  it('is looked at: there are some', () => {
    expect(views.length).toBeGreaterThan(50);
  });

  it.each(views)('%s holds no words of its own', (path) => {
    expect(wordsInJsx(readFileSync(join(source, path), 'utf8'))).toEqual([]);
  });

  it('would be found out', () => {
    expect(wordsInJsx('<p>Bonjour</p>')).toEqual(['Bonjour']);
    expect(wordsInJsx('<p>{ok ? "oui" : t("a.b")} · {n}</p>')).toEqual(['oui']);
    expect(wordsInJsx('<Button label="Fermer" kind="primary">{t("a.b")}</Button>')).toEqual(['Fermer']);
    expect(wordsInJsx('<p title={"le " + day}>{t("a.b", { c: "d" })}</p>')).toEqual(['le ']);
  });
});

/** Names of the props whose text a user reads. */
const shown =
  /^(children|title|subtitle|text|label|.*Label|hint|detail|error|alt|placeholder|summary|caption|aria-label)$/;

type Node = { readonly type: string; readonly [name: string]: unknown };

/** The texts with letters that the elements of a file show directly, not through a call such as `t(…)`. */
function wordsInJsx(code: string): readonly string[] {
  const plain = transformSync(code, { loader: 'tsx', jsx: 'automatic', jsxImportSource: 'preact' }).code;
  const found: string[] = [];
  const look = (node: Node): void => {
    if (node.type === 'CallExpression' && /^jsxs?$/.test(nameOf(node['callee'])))
      for (const property of propertiesOf(node)) {
        if (shown.test(String(keyOf(property)))) found.push(...literals(property['value'] as Node));
      }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) look(child);
    }
  };
  look(parseAst(plain) as unknown as Node);
  return found;
}

const literals = (node: Node): readonly string[] => {
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' && hasLetters(node['value']) ? [node['value']] : [];
    case 'TemplateLiteral':
      return (node['quasis'] as readonly { value: { cooked: string } }[])
        .map(({ value }) => value.cooked)
        .filter(hasLetters);
    case 'ConditionalExpression':
      return [node['consequent'], node['alternate']].flatMap((part) => literals(part as Node));
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [node['left'], node['right']].flatMap((part) => literals(part as Node));
    case 'ArrayExpression':
      return (node['elements'] as readonly Node[]).flatMap(literals);
    default:
      return [];
  }
};

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nameOf = (callee: unknown): string =>
  isNode(callee) && callee.type === 'Identifier' ? String(callee['name']) : '';
const keyOf = (property: Node): unknown => {
  const key = property['key'];
  return isNode(key) ? (key['name'] ?? key['value']) : undefined;
};
const propertiesOf = (call: Node): readonly Node[] => {
  const given = (call['arguments'] as readonly Node[])[1];
  return given?.type === 'ObjectExpression' ? (given['properties'] as readonly Node[]).filter(isProperty) : [];
};
const isProperty = ({ type }: Node): boolean => type === 'Property';
