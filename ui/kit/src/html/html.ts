/**
 * HTML as a value. Everything put into the template is escaped unless it is an `Html` itself, so that a name cannot
 * become an element or leave an attribute. Attributes must be in double quotes.
 */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | null | false | readonly Part[];

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, next, at) => `${text}${write(parts[at - 1] ?? null)}${next}`));

const write = (part: Part): string => {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(write).join('');
  return String(part).replaceAll(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
};
