/** A form with a file in it, as fields: a file is its text. Without a script in the page there is no other way. */
import { notUnderstood } from '../http/refusal.ts';

/** `type`: the content type of the request, with its boundary. */
export const fileFields = async (body: Buffer, type: string): Promise<Readonly<Record<string, string>>> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (form === null) throw notUnderstood();
  const fields: [string, string][] = [];
  for (const [name, value] of form) {
    // A picture that was chosen by mistake is told to be no courier file, and not to be no text.
    fields.push([name, typeof value === 'string' ? value : (await value.text()).replaceAll('\0', '\uFFFD')]);
  }
  return Object.fromEntries(fields);
};
