import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { answerFile } from './public-files.ts';
import type { PublishedFiles } from './publication/published-files.ts';

/**
 * The server: a plain request for a public file is answered from memory at once, everything else by the app, which would give
 * the same answer to that request too. Measured in bench/serving.ts.
 */
export function createHttpServer(app: Hono, published: () => PublishedFiles): Server {
  const askApp = getRequestListener(app.fetch);
  return createServer((request, response) => {
    const { method, url = '/', headers } = request;
    // An address of the newest year is a page in the folder; here the app leads on at once.
    const isPlain = (method === 'GET' || method === 'HEAD') && !/[?%#]|\/latest\//.test(url);
    const answer = isPlain ? answerFile(published(), url.slice(1), headers['if-none-match']) : undefined;
    if (!answer) {
      void askApp(request, response);
      return;
    }
    response.writeHead(answer.status, answer.headers);
    response.end(method === 'HEAD' ? undefined : answer.bytes);
  });
}
