/** What is wrong with a setting, and what to write instead. */
import type { Text } from '@denba/quantities/text';

export type ConfigurationProblem = { readonly variable: string; readonly problem: Text; readonly remedy: Text };
