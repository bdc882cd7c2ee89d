// The yardstick: node:http alone, answering with bytes and headers that were taken from the app before.
// Use: node bench/bare-server.ts <file with the answers>
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

export interface BareAnswer {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Base64. */
  readonly body: string;
}

const answers = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly BareAnswer[];
const byPath = new Map(answers.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body, 'base64') }]));
const server = createServer((request, response) => {
  const answer = byPath.get(request.url ?? '');
  if (!answer) {
    response.writeHead(404).end();
  } else if (request.headers['if-none-match'] === answer.headers['etag']) {
    const { 'content-length': _length, 'content-type': _type, ...headers } = answer.headers;
    response.writeHead(304, headers).end();
  } else {
    response.writeHead(200, answer.headers).end(answer.body);
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
});
process.on('SIGTERM', () => process.exit(0));
