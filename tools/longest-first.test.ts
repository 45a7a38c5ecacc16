import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { longestFiles, longestFirst } from './longest-first.ts';

it('the files that are begun first are files, each named once', () => {
  const there = (path: string): boolean => existsSync(fileURLToPath(new URL(`../${path}`, import.meta.url)));
  expect(longestFiles.filter((path) => !there(path))).toEqual([]);
  expect(new Set(longestFiles).size).toBe(longestFiles.length);
});

it('begins the longest first, and leaves the others as they were', () => {
  const [first = '', second = ''] = longestFiles.map((path) => `/somewhere/denba/${path}`);
  expect(longestFirst(['/b.test.ts', second, '/a.test.ts', first], (file) => file)).toEqual([
    ...[first, second],
    ...['/b.test.ts', '/a.test.ts'],
  ]);
});
