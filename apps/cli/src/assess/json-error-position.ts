/**
 * The position at which a text stops being valid JSON (RFC 8259): the index of the first character that is not allowed
 * there, or the length of the text when it ends too early. Needed because engines word this position differently, and
 * some leave it out. Call it only for texts that `JSON.parse` refuses.
 */
export const jsonErrorPosition = (text: string): number => {
  let at = 0;
  const space = (): void => {
    while (at < text.length && ' \n\r\t'.includes(text[at] ?? '')) at += 1;
  };
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const items = (close: string, item: () => boolean): boolean => {
    at += 1;
    space();
    if (text[at] === close) {
      at += 1;
      return true;
    }
    for (;;) {
      if (!item()) return false;
      space();
      if (text[at] === close) {
        at += 1;
        return true;
      }
      if (text[at] !== ',') return false;
      at += 1;
      space();
    }
  };
  const value = (): boolean => {
    space();
    if (text[at] === '{') return items('}', member);
    if (text[at] === '[') return items(']', value);
    return match(string) || match(literal);
  };
  const member = (): boolean => {
    if (!match(string)) return false;
    space();
    if (text[at] !== ':') return false;
    at += 1;
    return value();
  };
  if (value()) space();
  return at;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON refuses control characters in strings.
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
