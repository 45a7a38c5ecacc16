/** Writes all readable entries and recordings into one encrypted file, drawer by drawer (see `segment-label.ts`). */
import { entryToText } from '@denba/records/entry';
import { familiesIn } from '../contents/places.ts';
import { DRAWERS, drawerOf } from '../contents/segment-label.ts';
import type { Centre, Progress, SealedStore } from '../device.ts';
import { type Bytes, concat, randomBytes, utf8 } from '../sealing/bytes.ts';
import type { OpenStore } from '../session/open-store.ts';
import { readEntries } from '../session/read-entries.ts';
import { blobCoding } from '../session/sealed-values.ts';
import {
  backupSealer,
  type ChunkKind,
  chunkPlace,
  type EndChunk,
  headBytes,
  newBackupHead,
  type StartChunk,
  withLength,
} from './backup-file.ts';

const LINES_IN_A_CHUNK = 200;

type Contents<Row> = {
  readonly open: OpenStore<Row>;
  readonly centre: Centre;
  readonly media: SealedStore<Blob>;
};

export const exportBackup = async <Row>(
  { open, centre, media }: Contents<Row>,
  password: string,
  onProgress: Progress,
): Promise<Blob> => {
  const { options, surroundings } = open;
  const head = newBackupHead(options.newId(), randomBytes(16), surroundings.passwordCost);
  const sealer = await backupSealer(head, password, surroundings.stretch);
  const parts: Bytes[] = [headBytes(head)];
  let chunks = 0;
  const add = async (kind: ChunkKind, content: string): Promise<void> => {
    parts.push(withLength(await sealer.sealText(chunkPlace(chunks), `${kind}\n${content}`)));
    chunks += 1;
  };
  const start: StartChunk = { centre, writtenAtMs: options.wallMs() };
  await add('start', JSON.stringify(start));
  const names = await media.keys();
  const steps = DRAWERS + names.length;
  let entries = 0;
  for (let drawer = 0; drawer < DRAWERS; drawer += 1) {
    const families = familiesIn(open.contents.places).filter((family) => drawerOf(family) === String(drawer));
    const lines = (await readEntries(open, families.sort())).map(entryToText);
    for (let from = 0; from < lines.length; from += LINES_IN_A_CHUNK) {
      await add('entries', lines.slice(from, from + LINES_IN_A_CHUNK).join('\n'));
    }
    entries += lines.length;
    onProgress(drawer + 1, steps);
  }
  for (const [index, name] of names.entries()) {
    const blob = await media.get(name);
    if (blob !== null) {
      const content = concat(utf8(`media\n${JSON.stringify(name)}\n`), await blobCoding.toBytes(blob));
      parts.push(withLength(await sealer.seal(chunkPlace(chunks), content)));
      chunks += 1;
    }
    onProgress(DRAWERS + index + 1, steps);
  }
  const end: EndChunk = { chunks, entries };
  await add('end', JSON.stringify(end));
  return new Blob(parts, { type: 'application/octet-stream' });
};
