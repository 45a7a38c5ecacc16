/** The short name of a pack: `mami 0.1.0 + ml · 3fa9c2d1`. */
import type { ListedPack } from '../../packs/list-packs.ts';
import type { Words } from '../words.ts';

/** Number of letters of the id: enough for two people to tell packs apart. */
const LETTERS = 8;

const shortPackId = (id: string): string => id.slice(0, LETTERS);

export const packName = ({ id, protocol, version, overlays }: ListedPack): string =>
  `${protocol} ${version}${overlays === '' ? '' : ` + ${overlays.replaceAll('+', ' + ')}`} · ${shortPackId(id)}`;

export const sayOverlays = ({ t }: Words, { overlays }: ListedPack): string =>
  overlays === '' ? t('packs.no-overlay') : t('packs.overlays', { names: overlays.replaceAll('+', ', ') });
