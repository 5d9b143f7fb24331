import { createServer } from 'node:net';

/** Where a browser may look for 'localhost'. */
const addresses = ['127.0.0.1', '::1'];

/**
 * The first port from `first` on where nobody listens, on any of localhost's addresses.
 *
 * @param {number} first
 */
export async function freePort(first) {
  for (let port = first; port <= 65_535; port++) {
    const free = await Promise.all(addresses.map((address) => isFree(port, address)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`No port from ${first} on is free.`);
}

/**
 * @param {number} port
 * @param {string} address
 * @returns {Promise<boolean>}
 */
function isFree(port, address) {
  return new Promise((resolve) => {
    const server = createServer();
    // An address that this machine does not have (no IPv6) is no obstacle.
    server.once('error', (error) =>
      resolve('code' in error && error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    server.listen({ port, host: address, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
