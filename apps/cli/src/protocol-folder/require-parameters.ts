/** Refuses a protocol that reads an undefined parameter: its rule would look like one that found nothing. */
import { undefinedParameters } from '@denba/protocols/assess/names-behind';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { exitCode } from '../command-line/exit-code.ts';
import { Stop } from '../command-line/failure.ts';

export const requireParameters = (name: string, compiled: CompiledProtocol): CompiledProtocol => {
  const lost = undefinedParameters(compiled).join(', ');
  if (lost === '') return compiled;
  throw new Stop({
    exit: exitCode.cannotRead,
    place: { file: `${name}/parameters.csv` },
    what: {
      fr: `des règles lisent ce qui n'est pas défini : ${lost}.`,
      en: `rules read what is not defined: ${lost}.`,
    },
    cure: {
      fr: `« denba check ${name} » dit où, et ce qui était peut-être voulu.`,
      en: `“denba check ${name}” says where, and what may have been meant.`,
    },
  });
};
