/** The protocols that the server stores, as the pages read them: public content, nothing about a patient. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';

export type ShelvedPack = {
  /** SHA-256 of the content, hexadecimal. */
  readonly id: string;
  /** Such as `mami 0.1.0 + ml · 3fa9c2d1`. */
  readonly name: string;
  readonly protocol: CompiledProtocol;
};

export type PackShelf = {
  /**
   * The protocol that a place uses today. `from`: id of the place to which it was given; `null`: it came with the
   * release.
   */
  readonly ofPlace: (path: string) => Promise<{ readonly pack: ShelvedPack; readonly from: string | null } | null>;
  /** Returns `null` when the server does not store this protocol. */
  readonly read: (id: string) => Promise<ShelvedPack | null>;
  /** Newest first. */
  readonly list: () => Promise<readonly Pick<ShelvedPack, 'id' | 'name'>[]>;
};
