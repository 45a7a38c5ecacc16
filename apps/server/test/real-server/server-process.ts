/** Starts the real server as a process of its own, that can be killed like one: bundled, as `npm start` runs it. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { protocolFiles } from '../../../clinic/build/protocol-plugin.ts';
import { bundleServer } from '../../build/bundle-server.ts';
import { shippedIndicators } from '../../src/portal/shipped-indicators.ts';

export type Usage = { readonly maxMb: number; readonly nowMb: number; readonly cpuMs: number };

export type ServerProcess = {
  readonly port: number;
  readonly pid: number;
  readonly usage: () => Promise<Usage>;
  /** Unexpected errors that it logged. */
  readonly faults: readonly string[];
  /** Kills it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Finishes the requests under way, then ends. */
  readonly stop: () => Promise<void>;
};

export type ServerProgram = {
  /** `databaseUrl`: `null` for a PostgreSQL of its own in `dataFolder`. */
  readonly start: (given: {
    readonly databaseUrl: string | null;
    readonly dataFolder: string;
    /** Options of Node, e.g. for a profile. */
    readonly nodeOptions?: readonly string[];
  }) => Promise<ServerProcess>;
  readonly remove: () => void;
};

/**
 * `root`: folder of the repository. The bundle is written inside it, because packages that are not bundled are resolved
 * from there.
 */
export const serverProgram = async (root: string): Promise<ServerProgram> => {
  const folder = join(root, 'node_modules/.cache', `denba-server-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const program = await bundleServer(join(root, 'apps/server/test/real-server/serve.ts'), folder);
  const protocol = join(folder, 'protocol.json');
  const indicators = join(folder, 'indicators.json');
  writeFileSync(indicators, JSON.stringify(shippedIndicators()));
  writeFileSync(protocol, JSON.stringify(compileProtocol(readProtocol(protocolFiles()).source).compiled));
  return {
    start: ({ databaseUrl, dataFolder, nodeOptions = [] }) =>
      started(
        fork(program, {
          execArgv: [...nodeOptions],
          stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
          env: {
            ...process.env,
            ...{ DATABASE_URL: databaseUrl ?? '', DENBA_DATA: dataFolder, DENBA_COMPILED_PROTOCOL: protocol },
            DENBA_INDICATORS: indicators,
            ...{ PORT: '0', HOST: '127.0.0.1' },
          },
        }),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

type Told =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'fault'; readonly what: string }
  | ({ readonly kind: 'usage' } & Usage);

const started = async (child: ChildProcess): Promise<ServerProcess> => {
  const faults: string[] = [];
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said = `${said}${text}`.slice(-4000);
  });
  child.on('message', (told: Told) => {
    if (told.kind === 'fault') faults.push(told.what);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = (signal: 'SIGKILL' | 'SIGTERM') => async (): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  const heard = <Kind extends Told['kind']>(kind: Kind): Promise<Extract<Told, { readonly kind: Kind }>> =>
    new Promise((resolve, reject) => {
      const hear = (told: Told): void => {
        if (told.kind !== kind) return;
        child.off('message', hear);
        resolve(told as Extract<Told, { readonly kind: Kind }>);
      };
      child.on('message', hear);
      child.once('exit', (code) => reject(new Error(`the server ended (${code}). ${said}`)));
    });
  const { port } = await heard('listening');
  return {
    ...{ port, pid: child.pid ?? 0, faults },
    usage: () => {
      const answer = heard('usage');
      child.send('usage');
      return answer;
    },
    kill: end('SIGKILL'),
    stop: end('SIGTERM'),
  };
};
