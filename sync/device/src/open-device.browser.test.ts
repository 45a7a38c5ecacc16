import { deviceAcceptance } from '../test/device-acceptance.ts';
import { openDevice } from './open-device.ts';

deviceAcceptance(() => openDevice);
