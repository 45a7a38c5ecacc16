/** The attribution of a piece of content in both languages: its source, or that it awaits approval. */
import { inBoth } from '@denba/quantities/in-both';
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { CompiledProtocol, Provenance } from '../compile/compiled-protocol.ts';
import { authority } from '../explain/reason-parts.ts';

export const provenance =
  (protocol: Pick<CompiledProtocol, 'sources'>) =>
  ({ source, status }: Provenance): { readonly status: SourceStatus; readonly authority: Text } => ({
    status,
    authority: inBoth((language) => authority(source, status, language, protocol)),
  });
