/**
 * Provides the compiled protocol as a module (`virtual:denba-protocol`): it is read, checked and compiled when the app
 * is built, so that the phone needs no parser. It is a separate chunk, loaded while the worker types her PIN.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Indicator } from '@denba/indicators/indicator';
import { monthIndicators } from '@denba/indicators/month/month-figures';
import { readIndicators } from '@denba/indicators/read/read-indicators';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import type { Plugin } from 'vite';

const NAME = 'virtual:denba-protocol';
const folder = fileURLToPath(new URL('../../../protocols/mami/', import.meta.url));
const indicatorFolder = fileURLToPath(new URL('../../../indicators/', import.meta.url));

export const protocolPlugin = (): Plugin => ({
  name: 'denba-protocol',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
  load: (id) => (id === `\0${NAME}` ? protocolModule() : null),
});

/** The code of the module. Its JSON is that of the pack: the same bytes run, built in or given by the server. */
export const protocolModule = (): string => {
  const content = canonicalJson(compiledMami() as unknown as JsonValue);
  const packId = createHash('sha256').update(content).digest('hex');
  const indicators = moduleOf(JSON.stringify(indicatorsOfPhone()), 'indicators');
  return `${moduleOf(content)}\nexport const packId = '${packId}';\n${indicators}`;
};

/** JSON text to be parsed at run time: on a phone three times faster to start than a JavaScript literal. */
const moduleOf = (json: string, name = 'protocol'): string =>
  `export const ${name} = JSON.parse(${JSON.stringify(json)});`;

/** All files of the protocol, by path relative to its folder. */
export const protocolFiles = (): ReadonlyMap<string, string> => filesIn(folder);

const compiledMami = () => {
  const { source, problems } = readProtocol(protocolFiles());
  const { compiled, problems: found } = compileProtocol(source);
  const wrong = [...problems, ...found].filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(`protocols/mami does not compile:\n${JSON.stringify(wrong, null, 2)}`);
  return compiled;
};

/** The indicators of « Mon mois ». Throws when one is missing, because it would be shown as zero. */
export const indicatorsOfPhone = (): readonly Indicator[] => {
  const { indicators } = readIndicators(filesIn(indicatorFolder)).set;
  return Object.values(monthIndicators).map((code) => {
    const found = indicators.find((one) => one.code === code);
    if (found === undefined) throw new Error(`indicators/ has no ${code}`);
    return found;
  });
};

const filesIn = (root: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort()
      .map((path) => [path.slice(root.length).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
