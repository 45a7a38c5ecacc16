declare module 'virtual:denba-protocol' {
  import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
  export const protocol: CompiledProtocol;
}

declare const __APP_VERSION__: string;
