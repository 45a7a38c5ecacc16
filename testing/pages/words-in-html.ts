/** Finds words that are written in the code of a page instead of in its message files. */
import { transformSync } from 'esbuild';
import { parseAst } from 'vite';

type Node = { readonly type: string; readonly [name: string]: unknown };

/**
 * Returns the text outside tags, and the attributes that are shown or read aloud. `code`: a module that makes pages
 * with `html`.
 */
export function wordsInHtml(code: string): readonly string[] {
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
