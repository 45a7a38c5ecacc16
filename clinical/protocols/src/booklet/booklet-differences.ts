/** What a protocol changes compared with an earlier version, and with the protocol that its overlays adapt. */
import type { Text } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { overlayDifference } from '../overlay/overlay-difference.ts';
import { protocolDifference } from '../overlay/protocol-difference.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';

export type ComparedWith = {
  readonly earlier?: CompiledProtocol;
  /** The protocol as read, without and with its overlays. Sheets as read still have the words that compiling drops. */
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
