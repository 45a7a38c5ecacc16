/** The labels, units and parameter values needed to put a protocol's expressions into words, in both languages. */
import { parameterContext } from '../assess/create-assessor.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { createValueStyles } from '../words/value-styles.ts';
import type { Wording } from './expression-words.ts';

export const wordingsOf = (protocol: CompiledProtocol): { readonly fr: Wording; readonly en: Wording } => {
  const styles = createValueStyles(protocol);
  const p = parameterContext(protocol);
  const constant: Wording['constant'] = (path) => (path.startsWith('p.') ? p[path.slice(2)] : undefined);
  return { fr: { language: 'fr', styles, constant }, en: { language: 'en', styles, constant } };
};
