import type { Entry } from '@denba/records/entry';
import { familyId } from '@denba/records/ids';
import { family } from '@denba/scenario/family-life';
import { describe, expect, it, vi } from 'vitest';
import { readStories } from './read-stories.ts';

const traore = familyId('traore');
const life = family('traore').mother().bears({ on: '2026-01-05' });
const saved = life.assessed({ on: '2026-01-15' });

describe('the stories of a phone', () => {
  it('are read once, and stand there for whoever asks again', async () => {
    const entriesOf = vi.fn(async () => life.entries);
    const stories = readStories(entriesOf);
    expect(stories.now(traore)).toBeUndefined();
    const story = await stories.of(traore);
    expect(story?.children).toHaveLength(1);
    expect(stories.now(traore)).toBe(story);
    expect(await stories.of(traore)).toBe(story);
    expect(entriesOf).toHaveBeenCalledOnce();
  });

  it('know a family of which nothing is here', async () => {
    const stories = readStories(async () => []);
    expect(await stories.of(traore)).toBeNull();
    expect(stories.now(traore)).toBeNull();
  });

  it('are those of before nowhere, once something was saved while one was being read', async () => {
    let there: readonly Entry[] = life.entries;
    const answers: (() => void)[] = [];
    const stories = readStories(() => {
      const read = there;
      return new Promise((resolve) => answers.push(() => resolve(read)));
    });
    const before = stories.of(traore);
    there = saved.entries;
    stories.forget();
    const after = stories.of(traore);
    for (const answer of answers) answer();
    expect((await before)?.history).toHaveLength(life.entries.length);
    expect((await after)?.history).toHaveLength(saved.entries.length);
    expect(stories.now(traore)).toBe(await after);
  });

  it('are read anew after one could not be', async () => {
    const entriesOf = vi.fn(async () => life.entries).mockRejectedValueOnce(new Error('the disk'));
    const stories = readStories(entriesOf);
    await expect(stories.of(traore)).rejects.toThrow('the disk');
    expect(stories.now(traore)).toBeUndefined();
    expect((await stories.of(traore))?.children).toHaveLength(1);
  });
});
