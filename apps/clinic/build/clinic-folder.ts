/** Where the built clinic lies. */
import { fileURLToPath } from 'node:url';

export const clinicFolder = fileURLToPath(new URL('../dist', import.meta.url));
