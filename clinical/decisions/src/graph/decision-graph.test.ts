import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scope, Value } from '../value.ts';
import { createGraph, type GraphNode } from './decision-graph.ts';

const sum = (name: string, ...reads: string[]): GraphNode => ({
  name,
  reads,
  prepare: (lookup) => {
    const values = reads.map(lookup);
    return (memory) => values.reduce<number>((total, value) => total + Number(value(memory) ?? 0), 0);
  },
});

/** A node that reads one value. */
const of = (name: string, read: string, decide: (value: Value) => Value): GraphNode => ({
  name,
  reads: [read],
  prepare: (lookup) => {
    const value = lookup(read);
    return (memory) => decide(value(memory));
  },
});

const seen = (name: string, read: string): GraphNode<string> => ({
  name,
  reads: [read],
  prepare: (lookup) => {
    const value = lookup(read);
    return (memory, keep) => {
      keep(`saw ${value(memory)}`);
      return value(memory);
    };
  },
});

const graphOf = (nodes: readonly GraphNode[]) => {
  const graph = createGraph(nodes);
  if (!graph.ok) throw new Error(graph.error.message.en);
  return graph.value;
};

describe('the order', () => {
  it('puts every decision after all that it reads, whatever the order given', () => {
    const graph = graphOf([sum('c', 'b', 'a'), sum('b', 'a'), sum('a', 'x')]);
    expect(graph.order).toEqual(['a', 'b', 'c']);
    expect(graph.evaluate({ x: 2 }).values).toEqual({ x: 2, a: 2, b: 2, c: 4 });
  });

  it('follows the first part of a path', () => {
    const graph = graphOf([sum('b', 'a.level'), sum('a', 'x')]);
    expect(graph.order).toEqual(['a', 'b']);
  });

  it('does not exist for decisions that read each other: the ring is named', () => {
    const graph = createGraph([sum('a', 'x', 'c'), sum('b', 'a'), sum('c', 'b')]);
    expect(graph).toMatchObject({ ok: false, error: { kind: 'cycle', names: ['a', 'c', 'b'] } });
    expect(graph.ok ? '' : graph.error.message.fr).toBe('Ces décisions se lisent en rond : a → c → b → a.');
    expect(createGraph([sum('a', 'a')])).toMatchObject({ ok: false, error: { names: ['a'] } });
  });

  it('refuses one name for two decisions', () => {
    expect(createGraph([sum('a'), sum('a')])).toMatchObject({ ok: false, error: { kind: 'duplicateName' } });
  });
});

describe('an update', () => {
  const graph = graphOf([sum('a', 'x'), sum('b', 'y'), sum('c', 'a', 'b'), sum('d', 'c')]);
  const state = graph.evaluate({ x: 1, y: 2 });

  it('runs what depends on the change, and nothing else', () => {
    const next = graph.update(state, { y: 5 });
    expect(next.ran).toEqual(['b', 'c', 'd']);
    expect(next.values).toEqual({ x: 1, y: 5, a: 1, b: 5, c: 6, d: 6 });
    expect(graph.update(state, { x: 1 }).ran).toEqual([]);
  });

  it('stops where a value stays the same', () => {
    const short = graphOf([of('positive', 'x', (x) => Number(x) > 0), of('word', 'positive', String)]);
    expect(short.update(short.evaluate({ x: 1 }), { x: 2 }).ran).toEqual(['positive']);
  });

  it('leaves the state it started from as it was', () => {
    graph.update(state, { x: 9 });
    expect(state.values['x']).toBe(1);
  });

  it('keeps what nobody reads, and what was not given before', () => {
    const unread = graph.update(graph.evaluate({ x: 1, note: 'first' }), { y: 2, note: 'second' });
    expect(unread.values).toEqual({ x: 1, note: 'second', y: 2, a: 1, b: 2, c: 3, d: 3 });
    expect(Object.keys(unread.values).slice(0, 3)).toEqual(['x', 'note', 'y']);
    expect(graph.update(unread, { note: null, x: null }).values).toMatchObject({ x: null, note: null, y: 2, a: 0 });
    expect(unread.value('note')).toBe('second');
  });

  it('keeps what a decision stored beside its value, until it runs again', () => {
    const traced = createGraph<string>([seen('a', 'x'), seen('b', 'y')]);
    if (!traced.ok) throw new Error('no graph');
    const first = traced.value.evaluate({ x: 1, y: 2 });
    expect(traced.value.update(first, { y: 3 }).details).toEqual({ a: 'saw 1', b: 'saw 3' });
  });
});

describe('a state that was stored as records', () => {
  it('is updated like the state it was', () => {
    const graph = graphOf([sum('a', 'x'), sum('b', 'y'), sum('c', 'a', 'b')]);
    const { values, details, ran } = graph.evaluate({ x: 1, y: 2, z: 3 });
    const next = graph.update({ values, details, ran }, { y: 5 });
    expect(next.ran).toEqual(['b', 'c']);
    expect(next.values).toEqual({ x: 1, y: 5, z: 3, a: 1, b: 5, c: 6 });
  });
});

describe('whatever the graph', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const nodes = fc.tuple(
    ...names.map((name, index) =>
      fc.subarray(['x', 'y', ...names.slice(0, index)]).map((reads) => sum(name, ...reads)),
    ),
  );
  const input = fc.record({ x: fc.nat(9), y: fc.nat(9) });

  it('updating gives what evaluating afresh gives, in fewer runs', () => {
    fc.assert(
      fc.property(nodes, input, input, (list, before, after) => {
        const graph = graphOf(list);
        const updated = graph.update(graph.evaluate(before), after);
        expect(updated.values).toEqual(graph.evaluate(after).values);
        expect(updated.ran.length).toBeLessThanOrEqual(list.length);
      }),
    );
  });

  it('the order given changes no value', () => {
    fc.assert(
      fc.property(nodes, input, (list, scope: Scope) => {
        const values: Record<string, Value> = graphOf(list.toReversed()).evaluate(scope).values;
        expect(values).toEqual(graphOf(list).evaluate(scope).values);
      }),
    );
  });
});
