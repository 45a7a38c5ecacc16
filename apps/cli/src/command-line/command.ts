/** A command of `denba`: how it is called, what its help says, and how its implementation is loaded. */
import type { Language, Text } from '@denba/quantities/text';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export type OptionSpec = {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** The word that stands for the value in the help. */
  readonly placeholder?: string;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  readonly multiple?: boolean;
  readonly help: Text;
};

export type ArgumentSpec = { readonly name: string; readonly help: Text };

export type Command = {
  /** One word, or two (`audit verify`). */
  readonly name: string;
  readonly summary: Text;
  /** All are required, in this order. */
  readonly arguments: readonly ArgumentSpec[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly details: Text;
  readonly examples: readonly string[];
  /** Loads the implementation only when the command runs, so that the other commands start fast. */
  readonly load: () => Promise<Run>;
};

export type Call = {
  readonly arguments: readonly string[];
  readonly flag: (option: string) => boolean;
  readonly value: (option: string) => string | null;
  readonly values: (option: string) => readonly string[];
  readonly language: Language;
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type Run = (call: Call) => Promise<ExitCode>;
