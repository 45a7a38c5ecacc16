/** The shipped protocol passes every check. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { placeText } from '../problem.ts';
import { overlayNames, readProtocol } from '../read/read-protocol.ts';
import { runVignettes } from '../vignettes/run-vignettes.ts';
import { checkProtocol } from './check-protocol.ts';

const folder = fileURLToPath(new URL('../../../../protocols/mami', import.meta.url));
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(csv|md|yaml)$/.test(path),
);
const files = new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(`${folder}/${path}`, 'utf8')]));

const check = (overlays: readonly string[]) => {
  const { source, problems } = readProtocol(files, overlays);
  return { source, ...checkProtocol(source, problems) };
};

describe('protocols/mami', () => {
  it.each([[[]], ...overlayNames(files).map((name) => [[name]])])(
    'leaves the checker nothing to say, with overlays %j',
    (overlays) => {
      const { problems, vignettes } = check(overlays);
      expect(problems.map((found) => `${placeText(found)} ${found.message.en}`)).toEqual([]);
      expect(vignettes?.passed.length).toBeGreaterThanOrEqual(150);
    },
  );

  it('passes its vignettes after a journey through JSON', () => {
    const { source } = readProtocol(files);
    const { compiled } = compileProtocol(source);
    const { failed, unreachedRows } = runVignettes(
      JSON.parse(JSON.stringify(compiled)),
      source.vignettes,
      source.bases,
    );
    expect([failed, unreachedRows]).toEqual([[], []]);
  });
});
