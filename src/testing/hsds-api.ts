import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** What an API says to one request: JSON, `undefined` for 404, or `nothing yet` when it answers by itself. */
export type Answer = (url: URL, response: ServerResponse, request: IncomingMessage) => unknown;

/** Opens HTTP servers on this machine that answer as told; closed after each test. */
export function useHsdsApis(): (answer: Answer) => Promise<string> {
  const opened: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });
  return async (answer) => {
    const server = createServer((request, response) => {
      const found = answer(new URL(request.url ?? '/', 'http://localhost'), response, request);
      if (response.writableEnded || found === 'nothing yet') return;
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(found === undefined ? '{}' : JSON.stringify(found));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hsds`;
  };
}
