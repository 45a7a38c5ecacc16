import { deviceAcceptance } from '../test/device-acceptance.ts';
import { storageAcceptance } from '../test/storage-acceptance.ts';
import { deviceMemory, memoryDevice } from './memory-device.ts';

deviceAcceptance(() => {
  const memory = deviceMemory();
  return (options) => memoryDevice(options, memory);
});

storageAcceptance(() => {
  const memory = deviceMemory();
  return { open: (options) => memoryDevice(options, memory), store: async () => memory.store };
});
