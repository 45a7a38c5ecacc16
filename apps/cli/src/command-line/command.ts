/** What a command of `denba` is: how it is called, what its help says, and how to load its work. */
import type { Language, Text } from '@denba/quantities/text';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export type OptionSpec = {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** What stands for the value in the help. */
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
  /** Each must be given. */
  readonly arguments: readonly ArgumentSpec[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly details: Text;
  readonly examples: readonly string[];
  /** Loads the work only when the command runs, so that the others start fast. */
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
