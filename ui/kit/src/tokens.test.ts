/**
 * Checks the contrasts of tokens.css, computed by WCAG 2.2 (relative luminance), for the colour pairs that component
 * styles use. Text 7:1 (AAA), edges of controls and marks 3:1.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const cssFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.css') && !name.startsWith('pictures/'));

const colours = (theme: string): ReadonlyMap<string, string> => {
  const block = new RegExp(`\\[data-theme="${theme}"\\]\\s*\\{([^}]*)\\}`).exec(read('tokens.css'))?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
};

const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
};

const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
};

const papers = ['ground', 'surface', 'sunk'];
const pairs = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const));

const textPairs = [
  ...pairs(['ink', 'ink-soft', 'accent-ink', 'danger-ink', 'warning-ink'], papers),
  ...pairs(['ink', 'ink-soft', 'accent-ink'], ['accent-soft']),
  ...pairs(['on-accent'], ['accent', 'accent-press']),
  ...pairs(['on-danger'], ['danger', 'danger-press']),
  ['danger', 'on-danger'] as const,
  ['ground', 'ink'] as const,
  ...['pink', 'yellow', 'green', 'neutral'].map((tone) => [`class-${tone}-ink`, `class-${tone}`] as const),
  ...pairs(['ink', 'curve-outer'], ['band-0', 'band-1', 'band-2', 'band-3']),
];

const edgePairs = [
  ...pairs(['edge', 'accent', 'focus', 'danger-edge', 'warning-edge'], papers),
  ...pairs(['accent'], ['accent-soft']),
  ...['pink', 'yellow', 'green', 'neutral'].flatMap((tone) => pairs([`class-${tone}-edge`], ['ground', 'surface'])),
  ...pairs(['curve', 'curve-middle', 'curve-outer', 'point'], ['band-0', 'band-1', 'band-2', 'band-3']),
];

describe.each(['light', 'dark', 'sun'])('in the theme %s', (theme) => {
  const palette = colours(theme);
  const of = (name: string): string => {
    const colour = palette.get(name);
    if (colour === undefined) throw new Error(`the theme ${theme} has no --${name} as #rrggbb`);
    return colour;
  };
  const below = (wanted: readonly (readonly [string, string])[], least: number): readonly string[] =>
    wanted
      .map(([front, back]) => [front, back, contrast(of(front), of(back))] as const)
      .filter(([, , ratio]) => ratio < least)
      .map(([front, back, ratio]) => `${front} on ${back}: ${ratio.toFixed(2)}`);

  it('text has a contrast of at least 7:1', () => expect(below(textPairs, 7)).toEqual([]));
  it('edges and marks have at least 3:1', () => expect(below(edgePairs, 3)).toEqual([]));
});

it('on paper every colour of the theme is black or white', () => {
  const paper = /@media print\s*\{([\s\S]*)\}/.exec(read('tokens.css'))?.[1] ?? '';
  const printed = new Map(
    [...paper.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
  expect([...new Set(printed.values())].sort()).toEqual(['#000000', '#ffffff']);
  const pressed = ['accent-press', 'danger-press', 'focus'];
  expect([...colours('dark').keys()].filter((name) => !printed.has(name) && !pressed.includes(name))).toEqual([]);
});

it('black on white is 21:1, and a grey that is too light is found out', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe('component styles', () => {
  const own = cssFiles.filter((name) => name !== 'tokens.css');

  it('are there to be read', () => expect(own.length).toBeGreaterThan(25));

  it('have no colours of their own', () => {
    // Exempt: a QR code must be black on white to be readable by cameras.
    const black = new Set(['qr/qr-code.css']);
    const wrong = own
      .filter((name) => !black.has(name))
      .flatMap((name) => {
        return [...read(name).matchAll(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi)].map(
          (match) => `${name}: ${match[0]}`,
        );
      });
    expect(wrong).toEqual([]);
  });

  it('use only tokens that exist', () => {
    const known = new Set([...read('tokens.css').matchAll(/--([\w-]+):/g)].map((match) => match[1]));
    const wrong = own.flatMap((name) => {
      const local = new Set([...read(name).matchAll(/--([\w-]+):/g)].map((match) => match[1]));
      return [...read(name).matchAll(/var\(--([\w-]+)/g)]
        .filter((match) => !known.has(match[1] ?? '') && !local.has(match[1] ?? ''))
        .map((match) => `${name}: --${match[1]}`);
    });
    expect(wrong).toEqual([]);
  });

  it('set text only on grounds whose contrast is computed above', () => {
    const computed = new Set(textPairs.map(([front, back]) => `${front} on ${back}`));
    const wrong = own.flatMap((name) =>
      [...read(name).matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule]) => {
        const front = /(?:^|[\s;])color:\s*var\(--([\w-]+)\)/.exec(rule ?? '')?.[1];
        const back = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(rule ?? '')?.[1];
        if (front === undefined || back === undefined || front === 'class-ink') return [];
        return computed.has(`${front} on ${back}`) ? [] : [`${name}: ${front} on ${back}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('keep the class colours for the class badge', () => {
    const users = own.filter((name) => /var\(--class-(pink|yellow|green)/.test(read(name)));
    expect(users).toEqual(['notices/class-badge.css']);
  });

  it('are logical: no left, no right, in any property or value', () => {
    const wrong = cssFiles.flatMap((name) =>
      [...read(name).matchAll(/[^\n]*\b(left|right)\b[^\n]*/gi)].map((match) => `${name}: ${match[0].trim()}`),
    );
    expect(wrong).toEqual([]);
  });

  it('give padding, margin and inset alike on both sides when written in four values', () => {
    const wrong = cssFiles.flatMap((name) =>
      [...read(name).matchAll(/\b(padding|margin|inset):\s*([^;]+);/g)]
        .map((match) => [match[0], (match[2] ?? '').split(/\s+(?![^(]*\))/)] as const)
        .filter(([, values]) => values.length === 4 && values[1] !== values[3])
        .map(([text]) => `${name}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });
});
