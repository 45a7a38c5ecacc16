/** Packs for tests of the server: the shipped protocol, and adaptations of a ministry. */
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import type { JsonValue } from '@denba/records/canonical-json';
import { type Pack, packOf } from '@denba/sync/packs/pack';
import { protocolFiles } from '../../clinic/build/protocol-plugin.ts';

const compiled = (overlays: readonly string[], more: Readonly<Record<string, string>> = {}): CompiledProtocol =>
  compileProtocol(readProtocol(new Map([...protocolFiles(), ...Object.entries(more)]), overlays).source).compiled;

let kept: CompiledProtocol | null = null;

export const shippedProtocol = (): CompiledProtocol => {
  kept ??= compiled([]);
  return kept;
};

/** An overlay of a ministry that changes one cut-off: `weight-for-age below −2.5`. */
export const ministryProtocol = (cutOff: number, id = 'ministry'): CompiledProtocol =>
  compiled([id], {
    [`overlays/${id}/overlay.yaml`]: `id: ${id}\nbase: mami\ntitle: { fr: Ministère, en: Ministry }\n`,
    [`overlays/${id}/parameters.csv`]: `name,value,status,source,note\nwaz_cut,${cutOff},national,DENBA,test\n`,
  });

export const packOfProtocol = (protocol: CompiledProtocol): Promise<Pack> => packOf(protocol as unknown as JsonValue);
