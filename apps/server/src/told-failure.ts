/** Why Denba does not start, for the server's administrator: what is wrong, and what to do. */
import type { Text } from '@denba/quantities/text';

export class ToldFailure extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
