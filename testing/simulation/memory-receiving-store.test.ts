import { receivingAcceptance } from '../../sync/core/test/receiving-acceptance.ts';
import { memoryReceivingStore } from './memory-receiving-store.ts';
import { copyOf, emptyState, type FeedRow } from './server-state.ts';

receivingAcceptance<FeedRow>('in memory, for the simulation', () => {
  let state = emptyState();
  const places: string[] = [];
  return {
    transact: async (work) => {
      const draft = copyOf(state);
      const value = await work(memoryReceivingStore(draft, places, 0));
      state = draft;
      return value;
    },
    openPlace: async (id) => void places.push(id),
    feed: async (place) => (state.feeds.get(place) ?? []).map(({ position, text }) => [position, text] as const),
  };
});
