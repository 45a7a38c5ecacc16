/** The device of this browser. */
import { browserSurroundings } from './browser-surroundings.ts';
import { createDevice } from './create-device.ts';
import type { Device, DeviceOptions } from './device.ts';

export const openDevice = async <Row>(options: DeviceOptions<Row>): Promise<Device<Row>> =>
  createDevice(options, await browserSurroundings(options.name));
