/** Takes assessments from entries place by place, stores them as columns in memory, and replays drafts over them. */

import type { ReplayResult } from '@denba/portal/draft/draft-view';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { type CalendarChild, calendarChildren } from '@denba/protocols/what-if/calendar/calendar-children';
import { compareCalendars, type FollowedChild } from '@denba/protocols/what-if/calendar/calendar-comparison';
import { compareMonths } from '@denba/protocols/what-if/compare/month-comparison';
import { sideBySide } from '@denba/protocols/what-if/compare/side-by-side';
import { createWhyChanged, type WhyChanged } from '@denba/protocols/what-if/compare/why-changed';
import type { Draft } from '@denba/protocols/what-if/draft/draft-change';
import { columnsOf, inputsAt } from '@denba/protocols/what-if/replay/assessment-columns';
import { type Baseline, concluded, type Progress, prepareBaseline } from '@denba/protocols/what-if/replay/baseline';
import { type RecordedAssessment, recordedAssessments } from '@denba/protocols/what-if/replay/recorded-assessments';
import { replay } from '@denba/protocols/what-if/replay/replay';
import type { LocalDate } from '@denba/quantities/local-date';
import { type Entry, parseEntry } from '@denba/records/entry';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import { fromBody } from '@denba/sync-server/body';
import type { BaseName } from './base-name.ts';
import { followedChildren } from './followed-children.ts';
import { outcomeOf } from './known-outcomes.ts';

export type Tell = (progress: Progress) => void;

/** Lets other work run; resolves to `true` when the replay is to be stopped. */
export type Breathe = () => Promise<boolean>;

export type ReplayWork = {
  /** Whether the entries with that name are in memory. */
  readonly has: (name: string) => Promise<boolean>;
  readonly begin: (name: string, base: BaseName) => Promise<void>;
  /**
   * `bodies`: all entries of a place as stored; `names`: the ids under which the place records. Returns the number of
   * assessments so far.
   */
  readonly take: (place: string, names: readonly string[], bodies: readonly Uint8Array[]) => Promise<number>;
  readonly end: () => Promise<number>;
  /** `null`: the replay was stopped. */
  readonly replay: (
    base: BaseName,
    draft: Draft,
    /** The last day for which contacts of the calendar are counted. */
    today: LocalDate,
    tell: Tell,
    breathe: Breathe,
  ) => Promise<ReplayResult | null>;
  readonly why: (name: string, base: BaseName, draft: Draft, index: number) => Promise<WhyChanged | null>;
};

type Known = RecordedAssessment & { readonly family: string; readonly on: string; readonly before: boolean };

type Loaded = {
  readonly name: string;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly about: readonly Pick<Known, 'family' | 'on' | 'place'>[];
  readonly outcomes: { readonly child: Int32Array; readonly poor: readonly (boolean | null)[] };
  readonly children: readonly FollowedChild[];
};

type Loading = {
  readonly name: string;
  readonly protocol: CompiledProtocol;
  readonly known: Known[];
  readonly children: CalendarChild[];
};

export const createReplayWork = (protocolOf: (base: BaseName, draft: Draft | null) => CompiledProtocol): ReplayWork => {
  let loading: Loading | null = null;
  const poor = new Map<string, boolean | null>();
  let loaded: Loaded | null = null;
  let baseline: Baseline | null = null;
  return {
    has: async (name) => loaded?.name === name,
    begin: async (name, base) => {
      loading = { name, protocol: protocolOf(base, null), known: [], children: [] };
      poor.clear();
      loaded = null;
      baseline = null;
    },
    take: async (place, names, bodies) => {
      if (loading === null) throw new Error('entries came before anybody asked for them');
      const { protocol, known, children } = loading;
      const rules = followUpRules(protocol);
      for (const timeline of foldFamilies(bodies.map(entryOf)).values()) {
        const outcomes = new Map(timeline.children.map(({ id }) => [id, outcomeOf(timeline, id)]));
        for (const one of recordedAssessments(timeline, protocol, rules)) {
          // A place also holds what another place recorded of a referred family: that counts there.
          if (!names.includes(one.place)) continue;
          const on = String(one.inputs['visit_date']);
          const outcome = outcomes.get(one.child);
          const before = outcome?.on === undefined || outcome.on === null || on < outcome.on;
          if (before) poor.set(one.child, outcome?.poor ?? null);
          known.push({ ...one, place, family: timeline.family, on, before });
        }
        for (const child of calendarChildren(timeline, rules)) {
          if (names.includes(child.place)) children.push({ ...child, place });
        }
      }
      return known.length;
    },
    end: async () => {
      if (loading === null) throw new Error('nothing was taken');
      const { name, known, children } = loading;
      const numbers = new Map([...poor.keys()].map((child, at) => [child, at]));
      const columns = columnsOf(known);
      loaded = {
        name,
        columns,
        about: known.map(({ family, on, place }) => ({ family, on, place })),
        outcomes: {
          child: Int32Array.from(known, ({ child, before }) => (before ? (numbers.get(child) ?? -1) : -1)),
          poor: [...poor.values()],
        },
        children: followedChildren(children, known, columns),
      };
      loading = null;
      return known.length;
    },
    replay: async (base, draft, today, tell, breathe) => {
      if (loaded === null) throw new Error('nothing to replay over');
      const { columns, about, outcomes, children } = loaded;
      const protocol = protocolOf(base, null);
      if (baseline?.protocol !== protocol) {
        baseline = (await run(prepareBaseline(protocol, columns), tell, breathe))?.result ?? null;
      }
      if (baseline === null) return null;
      const drafted = protocolOf(base, draft);
      const replayed = (await run(replay(baseline, drafted), tell, breathe))?.result;
      if (replayed === undefined) return null;
      const calendar = await run(compareCalendars(protocol, drafted, children, today), tell, breathe);
      if (calendar === null) return null;
      const beside = sideBySide(baseline, [replayed], { outcomes });
      const [figures] = beside.drafts;
      if (figures === undefined) throw new Error('a draft without figures');
      const changes = replayed.changes['pair_class'];
      const started = baseline;
      return {
        assessments: beside.assessments,
        base: beside.base,
        draft: figures,
        months: compareMonths(baseline, replayed),
        calendar: calendar.result,
        infants: [...(changes?.index ?? [])].map((index, position) => ({
          index,
          ...(about[index] as (typeof about)[number]),
          from: codeOf(concluded(started, 'pair_class', index)),
          to: codeOf(changes?.to(position) ?? null),
        })),
      };
    },
    why: async (name, base, draft, index) => {
      if (loaded?.name !== name || index < 0 || index >= loaded.columns.count) return null;
      const whyChanged = createWhyChanged(protocolOf(base, null), protocolOf(base, draft));
      return whyChanged(inputsAt(loaded.columns, index));
    },
  };
};

const entryOf = (body: Uint8Array): Entry => {
  const parsed = parseEntry(JSON.parse(fromBody(Buffer.from(body))));
  // Stored entries were admitted, so they can be read.
  if (!parsed.ok) throw new Error('an entry that is kept cannot be read');
  return parsed.value;
};

const codeOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Returns `null` when it was stopped. */
const run = async <Result>(
  running: Generator<Progress, Result>,
  tell: Tell,
  breathe: Breathe,
): Promise<{ readonly result: Result } | null> => {
  for (;;) {
    const step = running.next();
    if (step.done === true) return { result: step.value };
    tell(step.value);
    if (await breathe()) return null;
  }
};
