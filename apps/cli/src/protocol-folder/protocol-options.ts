/** The arguments and options by which every command that works on a protocol is told which one. */
import type { ArgumentSpec, OptionSpec } from '../command-line/command.ts';

export const protocolArgument: ArgumentSpec = {
  name: 'PROTOCOL',
  help: {
    fr: "nom d'un protocole du projet (mami) ou chemin de son dossier",
    en: 'name of a protocol of the project (mami) or path of its folder',
  },
};

export const protocolOption: OptionSpec = {
  type: 'string',
  placeholder: 'mami',
  help: {
    fr: 'protocole (nom ou dossier ; mami par défaut)',
    en: 'protocol (name or folder; mami by default)',
  },
};

export const overlayOption: OptionSpec = {
  type: 'string',
  placeholder: 'NAME',
  multiple: true,
  help: {
    fr: 'adaptation du protocole (who2023, ml…) ; peut être répété',
    en: 'overlay of the protocol (who2023, ml…); may be repeated',
  },
};
