/** A pack in a few words: `mami 0.1.0 + ml · 3fa9c2d1`. */
import type { ListedPack } from '../../packs/list-packs.ts';
import type { Words } from '../words.ts';

/** Enough to tell packs apart when two people speak of them. */
const LETTERS = 8;

const shortPackId = (id: string): string => id.slice(0, LETTERS);

export const packName = ({ id, protocol, version, overlays }: ListedPack): string =>
  `${protocol} ${version}${overlays === '' ? '' : ` + ${overlays.replaceAll('+', ' + ')}`} · ${shortPackId(id)}`;

export const sayOverlays = ({ t }: Words, { overlays }: ListedPack): string =>
  overlays === '' ? t('packs.no-overlay') : t('packs.overlays', { names: overlays.replaceAll('+', ', ') });
