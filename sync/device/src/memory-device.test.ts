import { deviceAcceptance } from '../test/device-acceptance.ts';
import { deviceMemory, memoryDevice } from './memory-device.ts';

deviceAcceptance(() => {
  const memory = deviceMemory();
  return (options) => memoryDevice(options, memory);
});
