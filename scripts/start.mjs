// npm start [-- --port N]: installs and prepares what is missing, builds if sources changed, serves the site.
import { parseArgs } from 'node:util';
import { buildIfChanged } from './setup/build.mjs';
import { freePort } from './setup/port.mjs';
import { report, StepFailed } from './setup/step.mjs';
import { setUp } from './setup.mjs';
import { root } from './weights/stamp.mjs';

const usualPort = 4173;

function readPort() {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const port = Number(values.port ?? usualPort);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`“${values.port}” is no port: give a number from 1 to 65535.`);
}

/** @param {number} wanted */
async function serve(wanted) {
  const port = await freePort(wanted);
  if (port !== wanted) report(`Port ${wanted} is taken; using ${port}.`);
  const { preview } = await import('vite');
  process.chdir(root);
  const server = await preview({ root, logLevel: 'warn', preview: { port, strictPort: true, open: false } });
  const address = server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`;
  console.log(`\n  ResNet Atlas is at  ${address}\n  Ctrl+C ends it.\n`);
}

/** npm hands a SIGTERM to the shell between us, which ends without a word: without npm the server ends too. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(), 500).unref();
}

try {
  const port = readPort();
  await setUp();
  await buildIfChanged();
  await serve(port);
  endWithNpm();
} catch (error) {
  if (error instanceof StepFailed) report(`\n${error.message}`);
  else if (error instanceof Error && !('syscall' in error)) report(error.message);
  else throw error;
  process.exitCode = 1;
}
