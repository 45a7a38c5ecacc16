/** One value dictionary per path, shared by all versions of a protocol, so that equal numbers mean equal values. */
import { ValueDictionary } from './value-dictionary.ts';

export class Dictionaries {
  readonly #byPath = new Map<string, ValueDictionary>();

  of(path: string): ValueDictionary {
    let dictionary = this.#byPath.get(path);
    if (dictionary === undefined) {
      dictionary = new ValueDictionary();
      this.#byPath.set(path, dictionary);
    }
    return dictionary;
  }
}
