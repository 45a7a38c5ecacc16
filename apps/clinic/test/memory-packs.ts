/** The protocols of a phone, in memory: the built-in one, and those that a test adds. */
import { packShelf } from '@denba/device/packs/pack-shelf';
import { memoryStore } from '@denba/device/store/memory-store';
import type { RunningProtocol } from '../src/shell/protocol/protocol.ts';
import { openPacks, type ProtocolPacks } from '../src/shell/protocol/protocol-packs.ts';

export const memoryPacks = (builtIn: RunningProtocol, shelf = packShelf(memoryStore())): ProtocolPacks =>
  openPacks(shelf, builtIn);
