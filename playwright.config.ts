import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';

/** A port that nobody uses, asked of the system once: the workers read this file again and inherit the answer. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 4173;
}
process.env.ATLAS_E2E_PORT ??= String(await freePort());

const port = Number(process.env.ATLAS_E2E_PORT);
const baseURL = `http://localhost:${port}`;

/** `npm test` finds a Chromium and says so in CHROMIUM_PATH; without any, Playwright's own download is used. */
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

/** Real WebGL 2 and WebGPU contexts, in software where there is no GPU; nothing of the browser's own traffic. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--enable-unsafe-webgpu',
  // The page itself is drawn without it: by SwiftShader that takes more than everything else in most tests.
  '--disable-gpu-compositing',
  // Without a GPU a page would show a frame a second at first.
  '--disable-features=ThrottleFrameRateOnInitialization',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Tests the production build, which must be there: `npm run build`, or `npm test`, which builds first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? '.cache/reports/playwright.json' }],
  ],
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: { executablePath, args },
    // A trace of every step takes half as long again: `npx playwright test --trace on` where one is wanted.
    screenshot: 'only-on-failure',
    // Requests are watched and answered by tests; the one that is about it allows it.
    serviceWorkers: 'block',
  },
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url: baseURL,
    timeout: 60_000,
    stdout: 'ignore',
  },
});
