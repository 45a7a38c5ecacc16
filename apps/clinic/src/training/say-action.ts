/** The title of an action; its code when the protocol of this phone has no such action. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { Language } from '@denba/quantities/text';

export const sayAction = ({ actions }: Pick<CompiledProtocol, 'actions'>, wanted: string, language: Language): string =>
  actions.find(({ code }) => code === wanted)?.title[language] ?? wanted;
