import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mail server of a few lines for tests: takes every message, or refuses recipients that it is told to. */
export interface TestMailServer {
  readonly url: string;
  readonly received: { readonly to: string; readonly data: string }[];
  close(): Promise<void>;
}

export async function startTestMailServer({ refuses = () => false }: { refuses?: (to: string) => boolean } = {}): Promise<TestMailServer> {
  const received: { to: string; data: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let rest = '';
    let to = '';
    let data: string[] | null = null;
    const answer = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string) => {
      if (data) {
        if (line !== '.') return void data.push(line);
        received.push({ to, data: data.join('\n') });
        data = null;
        return answer('250 taken');
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') {
        to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        return answer(refuses(to) ? '550 no such mailbox' : '250 ok');
      }
      if (verb === 'DATA') {
        data = [];
        return answer('354 go on');
      }
      if (verb === 'QUIT') {
        answer('221 bye');
        return socket.end();
      }
      return answer(verb === 'EHLO' ? '250 test' : '250 ok');
    };
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      const lines = rest.split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(take);
    });
    answer('220 test');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => {
      sockets.forEach((socket) => socket.destroy());
      server.close(() => resolve());
    }),
  };
}
