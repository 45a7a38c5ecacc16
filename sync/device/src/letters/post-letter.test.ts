import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Letter, type LetterBox, letterPass } from './letter.ts';
import { postLetter } from './post-letter.ts';

const memoryBox = (first: Letter | null): LetterBox & { readonly now: () => Letter | null } => {
  let letter = first;
  return {
    now: () => letter,
    read: async () => letter,
    put: async (next) => {
      letter = next;
    },
    empty: async () => {
      letter = null;
    },
  };
};

const letterOf = (parcels: readonly string[], to = 3): Letter => ({
  ...{ from: 1, to, address: 'https://denba.example.org/api/sync/letters', pass: 'P'.repeat(43), parcels },
});

/** A server that gives these answers one after the other; `got` collects the texts that it received. */
const serverOf = (answers: readonly (number | 'offline')[], says?: string) => {
  const got: string[] = [];
  let turn = 0;
  return {
    got,
    fetch: async (_address: string, { body }: RequestInit): Promise<Response> => {
      const answer = answers[turn] ?? 200;
      turn += 1;
      if (answer === 'offline') throw new TypeError('Failed to fetch');
      const unpacked = new Blob([body as ArrayBuffer]).stream().pipeThrough(new DecompressionStream('gzip'));
      got.push(await new Response(unpacked).text());
      const own = answer < 300 ? { wire: 5, outcome: 'received' } : { code: 'no', message: {} };
      return new Response(says ?? JSON.stringify(own), { status: answer });
    },
  };
};

describe('a letter that was left', () => {
  it('is posted parcel by parcel, with its pass and no cookie, and the box is empty then', async () => {
    const [box, asked] = [memoryBox(letterOf(['one', 'two'])), [] as RequestInit[]];
    const server = serverOf([]);
    const fetch = (address: string, request: RequestInit) => {
      asked.push(request);
      return server.fetch(address, request);
    };
    expect(await postLetter(box, fetch)).toBe('posted');
    expect(server.got).toEqual(['one', 'two']);
    expect(box.now()).toBeNull();
    expect(asked.map(({ credentials }) => credentials)).toEqual(['omit', 'omit']);
    expect(asked[0]?.headers).toMatchObject({ authorization: `Letter ${'P'.repeat(43)}` });
  });

  it('waits, without what was posted, when the line breaks off', async () => {
    const box = memoryBox(letterOf(['one', 'two', 'three']));
    expect(await postLetter(box, serverOf([200, 'offline']).fetch)).toBe('later');
    expect(box.now()?.parcels).toEqual(['two', 'three']);
    const server = serverOf([]);
    expect(await postLetter(box, server.fetch)).toBe('posted');
    expect(server.got).toEqual(['two', 'three']);
  });

  it('waits for a server that is not well, and not for one that says no', async () => {
    for (const status of [500, 502, 503, 429]) {
      const box = memoryBox(letterOf(['one']));
      expect(await postLetter(box, serverOf([status]).fetch), `${status}`).toBe('later');
      expect(box.now()?.parcels).toEqual(['one']);
    }
    for (const status of [400, 401, 404, 410, 413]) {
      const box = memoryBox(letterOf(['one']));
      expect(await postLetter(box, serverOf([status]).fetch), `${status}`).toBe('posted');
      expect(box.now()).toBeNull();
    }
  });

  it('is not taken for posted by a portal on the way that answers whatever is asked', async () => {
    for (const says of ['<html>Connectez-vous</html>', '{}', 'null', '']) {
      for (const status of [200, 403, 404]) {
        const box = memoryBox(letterOf(['one']));
        expect(await postLetter(box, serverOf([status], says).fetch), `${status} ${says}`).toBe('later');
        expect(box.now()?.parcels).toEqual(['one']);
      }
    }
  });

  it('does not take a newer one with it that was left while it was posted', async () => {
    const box = memoryBox(letterOf(['one']));
    const newer = letterOf(['one and more'], 5);
    const server = serverOf([]);
    const fetch = async (address: string, request: RequestInit) => {
      await box.put(newer);
      return server.fetch(address, request);
    };
    expect(await postLetter(box, fetch)).toBe('later');
    expect(box.now()).toEqual(newer);
  });

  it('arrives whole, in order and each parcel once, however often the line breaks', async () => {
    const line = fc.array(fc.constantFrom(200, 503, 'offline' as const), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.string(), { maxLength: 6 }), line, async (parcels, answers) => {
        const box = memoryBox(letterOf(parcels));
        const kept: string[] = [];
        const server = serverOf(answers);
        const fetch = async (address: string, request: RequestInit) => {
          const answer = await server.fetch(address, request);
          if (answer.ok) kept.push(server.got.at(-1) ?? '');
          return answer;
        };
        for (let calls = 0; calls < 30; calls += 1) await postLetter(box, fetch);
        expect(kept).toEqual(parcels);
      }),
    );
  });
});

it('the pass is what a server keeps of the token, and not the token', async () => {
  const pass = await letterPass('T'.repeat(43));
  expect(pass).toMatch(/^[\w-]{43}$/);
  expect(pass).not.toContain('TTTT');
  expect(await letterPass('U'.repeat(43))).not.toBe(pass);
});
