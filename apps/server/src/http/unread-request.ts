/** The answer to bytes that are not an HTTP request, or did not arrive in time: in the shape of every other refusal. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { notUnderstood, Refusal } from './refusal.ts';
import { securityHeaders } from './security-headers.ts';

export const answerUnread = (failure: Error & { readonly code?: string }, socket: Socket): void => {
  // The client is gone, or something was answered already: a second answer would be taken for that of another request.
  if (failure.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const { status, code, text } = refusalOf(failure.code);
  const body = JSON.stringify({ code, message: text });
  const headers = {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`);
};

const refusalOf = (code: string | undefined): Refusal => {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Refusal(408, 'too-slow', {
        fr: "La demande n'est pas arrivée en entier. Elle sera refaite ; rien ne sera perdu.",
        en: 'The request did not arrive whole. It will be made again; nothing will be lost.',
      });
    case 'HPE_HEADER_OVERFLOW':
      return new Refusal(431, 'too-large', {
        fr: "L'en-tête de cette demande est trop long.",
        en: 'The head of this request is too long.',
      });
    default:
      return notUnderstood();
  }
};
