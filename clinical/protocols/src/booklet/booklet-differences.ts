/** What a protocol changes against an earlier version, and against the protocol that its overlays adapt. */
import type { Text } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { overlayDifference } from '../overlay/overlay-difference.ts';
import { protocolDifference } from '../overlay/protocol-difference.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';

export type ComparedWith = {
  readonly earlier?: CompiledProtocol;
  /** As read, without and with the overlays: its sheets still have their words. */
  readonly overlaid?: { readonly base: ProtocolSource; readonly source: ProtocolSource };
};

export type BookletDifferences = { readonly against: Text; readonly changes: readonly Text[] };

export const bookletDifferences = (
  protocol: CompiledProtocol,
  { earlier, overlaid }: ComparedWith,
): readonly BookletDifferences[] => [
  ...(earlier === undefined
    ? []
    : [
        {
          against: { fr: `Depuis la version ${earlier.version}`, en: `Since version ${earlier.version}` },
          changes: protocolDifference(earlier, protocol),
        },
      ]),
  ...(overlaid === undefined
    ? []
    : [
        {
          against: { fr: 'Ce que l’adaptation change', en: 'What the overlay changes' },
          changes: overlayDifference(overlaid.base, overlaid.source).map(({ text }) => text),
        },
      ]),
];
