import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { freePort } from './port.mjs';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))));

function listen(host: string): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) =>
    server.listen(0, host, () => resolve((server.address() as AddressInfo).port)),
  );
}

it.each(['127.0.0.1', '0.0.0.0'])('passes a port over that is taken on %s', async (host) => {
  const taken = await listen(host);
  const port = await freePort(taken);
  expect(port).toBeGreaterThan(taken);
  expect(await freePort(port)).toBe(port);
});
