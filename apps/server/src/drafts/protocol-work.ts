/**
 * The long work on protocols: reading sheets, checking a draft, replaying it. Pure, apart from what it caches between
 * calls; it runs in a thread (`protocol-thread.ts`), and in tests without one.
 */
import { runnableProtocol } from '@denba/protocols/assess/runnable-protocol';
import { checkProtocol } from '@denba/protocols/check/check-protocol';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { protocolDifference } from '@denba/protocols/overlay/protocol-difference';
import type { Problem } from '@denba/protocols/problem';
import type { ProtocolSource } from '@denba/protocols/read/protocol-source';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { awaitsCase, type CheckedBase, checkDraft } from '@denba/protocols/what-if/draft/check-draft';
import { applyDraft } from '@denba/protocols/what-if/draft/draft';
import type { Draft } from '@denba/protocols/what-if/draft/draft-change';
import type { Text } from '@denba/quantities/text';
import type { JsonValue } from '@denba/records/canonical-json';
import { packOf } from '@denba/sync/packs/pack';
import type { BaseName } from './base-name.ts';
import { createReplayWork, type ReplayWork } from './replay-work.ts';

/** Cells of rules and of contacts of the calendar, by id and column, as text of the sheets. */
export type BaseCells = {
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly contacts: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export type CheckedDraft = {
  /** `change`: index of the change in the draft; `null`: the problem is of the protocol as a whole. */
  readonly problems: readonly (Pick<Problem, 'severity' | 'message' | 'cure'> & { readonly change: number | null })[];
  /** Whether the draft can be replayed. */
  readonly usable: boolean;
  /** Whether the draft can be approved: it has no error, and every rule is reached by some case. */
  readonly decidable: boolean;
  /** Cases that end differently; `fails`: a clinician once approved what they expect. */
  readonly vignettes: readonly { readonly id: string; readonly sentence: Text; readonly fails: boolean }[];
  readonly failing: readonly { readonly id: string; readonly title: Text }[];
  /** The differences in clinical words. */
  readonly changes: readonly Text[];
  /** The pack as it would be given to places after approval; `null`: it cannot run. */
  readonly pack: { readonly id: string; readonly content: string } | null;
};

export type ProtocolWork = ReplayWork & {
  /** Returns the id of the pack that these overlays of the release make. */
  readonly packOfOverlays: (overlays: readonly string[]) => Promise<string>;
  readonly cells: (base: BaseName) => Promise<BaseCells>;
  readonly check: (base: BaseName, draft: Draft) => Promise<CheckedDraft>;
};

export const createProtocolWork = (files: ReadonlyMap<string, string>): ProtocolWork => {
  const sources = new Map<string, ProtocolSource>();
  const sourceOf = ({ overlays, drafts }: BaseName): ProtocolSource => {
    const key = JSON.stringify([overlays, drafts]);
    const known = sources.get(key);
    if (known !== undefined) return known;
    const read = readProtocol(files, overlays).source;
    const source = drafts.reduce((base, draft) => applyDraft(base, draft, 'decided').source, read);
    keepFew(sources, key, source);
    return source;
  };
  const compiled = new WeakMap<ProtocolSource, CompiledProtocol>();
  const compiledOf = (source: ProtocolSource): CompiledProtocol => {
    const known = compiled.get(source) ?? compileProtocol(source).compiled;
    compiled.set(source, known);
    return known;
  };
  let checked: CheckedBase | null = null;
  const checkedBase = (base: BaseName): CheckedBase => {
    const source = sourceOf(base);
    if (checked?.source !== source) checked = { source, check: checkProtocol(source) };
    return checked;
  };
  return {
    ...createReplayWork((base, draft) => {
      const source = sourceOf(base);
      return draft === null ? compiledOf(source) : compileProtocol(applyDraft(source, draft).source).compiled;
    }),
    packOfOverlays: async (overlays) =>
      (await packOf(compiledOf(sourceOf({ overlays, drafts: [] })) as unknown as JsonValue)).id,
    cells: async (base) => {
      const { sheets } = sourceOf(base);
      const rowsOf = (wanted: (path: string) => boolean): BaseCells['rows'] =>
        Object.fromEntries(
          [...sheets].flatMap(([path, sheet]) =>
            wanted(path) ? sheet.rows.map(({ cells }) => [cells['id'] ?? '', cells] as const) : [],
          ),
        );
      return {
        rows: rowsOf((path) => path.startsWith('tables/')),
        contacts: rowsOf((path) => path === 'schedule.csv'),
      };
    },
    check: async (base, draft) => {
      const before = checkedBase(base);
      const { problems, usable, vignettes, failing, compiled: after, changeAt } = checkDraft(before, draft);
      const own = problems.filter(({ file }) => file.startsWith(`overlays/${draft.id}/`));
      // When a change cannot be read, further problems only follow from it, and are not reported.
      const unreadable = own.some(({ severity, kind }) => severity === 'error' && !awaitsCase.includes(kind));
      const told = unreadable ? own : problems;
      return {
        problems: told.map((one) => ({
          severity: one.severity,
          message: one.message,
          cure: one.cure,
          change: changeAt(one),
        })),
        usable,
        decidable: usable && problems.every(({ severity }) => severity !== 'error'),
        vignettes: vignettes.map(({ id, sentence, fails }) => ({ id, sentence, fails })),
        failing,
        changes: whatDiffers(before.check.compiled, after),
        pack: usable ? await decidedPack(before.source, draft) : null,
      };
    },
  };
};

/** The differences, without those of status and source, which every changed piece of a draft has. */
const whatDiffers = (before: CompiledProtocol, after: CompiledProtocol): readonly Text[] => {
  const was = new Map(before.parameters.map((parameter) => [parameter.name, parameter]));
  const parameters = after.parameters.map((parameter) => {
    const { status, source } = was.get(parameter.name) ?? parameter;
    return { ...parameter, status, source };
  });
  return protocolDifference(before, { ...after, parameters, overlays: before.overlays });
};

const decidedPack = async (base: ProtocolSource, draft: Draft): Promise<CheckedDraft['pack']> => {
  const { compiled } = compileProtocol(applyDraft(base, draft, 'decided').source);
  const { id, content } = await packOf(compiled as unknown as JsonValue);
  return runnableProtocol(JSON.parse(content)).ok ? { id, content } : null;
};

const KEPT = 3;

const keepFew = <Value>(map: Map<string, Value>, key: string, value: Value): void => {
  map.set(key, value);
  for (const old of [...map.keys()].slice(0, -KEPT)) map.delete(old);
};
