import { storeAcceptance } from '../../test/store-acceptance.ts';
import { memoryStore } from './memory-store.ts';

storeAcceptance(async () => {
  const store = memoryStore();
  return { store, reopen: async () => store };
});
