/** The protocols that the server keeps, as the pages read them: public content, nothing about a patient. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';

export type ShelvedPack = {
  /** SHA-256 of the content, hexadecimal. */
  readonly id: string;
  /** `mami 0.1.0 + ml · 3fa9c2d1` */
  readonly name: string;
  readonly protocol: CompiledProtocol;
};

export type PackShelf = {
  /** By which a place works today; `from`: the place that was given it, `null` when it came with the release. */
  readonly ofPlace: (path: string) => Promise<{ readonly pack: ShelvedPack; readonly from: string | null } | null>;
  /** `null`: not kept here. */
  readonly read: (id: string) => Promise<ShelvedPack | null>;
  /** The newest first. */
  readonly list: () => Promise<readonly Pick<ShelvedPack, 'id' | 'name'>[]>;
};
