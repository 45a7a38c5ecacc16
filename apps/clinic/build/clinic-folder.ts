/** The folder of the built clinic. */
import { fileURLToPath } from 'node:url';

export const clinicFolder = fileURLToPath(new URL('../dist', import.meta.url));
