/**
 * Parses a form with a file in it (multipart): a file becomes the text of its field. Pages without scripts cannot send
 * files otherwise.
 */
import { notUnderstood } from '../http/refusal.ts';

/** `type`: the content type of the request, with its boundary. */
export const fileFields = async (body: Buffer, type: string): Promise<Readonly<Record<string, string>>> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (form === null) throw notUnderstood();
  const fields: [string, string][] = [];
  for (const [name, value] of form) {
    // A picture chosen by mistake may contain NUL: replaced, so that the error says that it is no courier file.
    fields.push([name, typeof value === 'string' ? value : (await value.text()).replaceAll('\0', '\uFFFD')]);
  }
  return Object.fromEntries(fields);
};
