/** A page of rows, encrypted and bound to its number and version. */
import type { Bytes } from '../sealing/bytes.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { StoredCard } from './cards.ts';

const placeOf = (page: number, version: number): string => `pages/${page}/${version}`;

export const sealPage = <Row>(
  sealer: Sealer,
  page: number,
  version: number,
  cards: readonly StoredCard<Row>[],
): Promise<Bytes> => sealer.sealText(placeOf(page, version), JSON.stringify(cards));

/** Returns `null` when the page is damaged or not the current version. */
export const openPage = async <Row>(
  sealer: Sealer,
  page: number,
  version: number,
  sealed: unknown,
): Promise<readonly StoredCard<Row>[] | null> => {
  const text = await sealer.openText(placeOf(page, version), sealed);
  return text === null ? null : (JSON.parse(text) as readonly StoredCard<Row>[]);
};
