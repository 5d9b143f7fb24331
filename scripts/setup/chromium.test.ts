import { expect, it } from 'vitest';
import { candidates } from './chromium.mjs';

it('looks for Chromium before Chrome, along the PATH', () => {
  expect(candidates('linux', { PATH: '/usr/local/bin:/usr/bin' }).slice(0, 2)).toEqual([
    '/usr/local/bin/chromium',
    '/usr/bin/chromium',
  ]);
  expect(candidates('linux', { PATH: '/usr/bin' })).toContain('/usr/bin/google-chrome');
});

it('knows where macOS and Windows keep it', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(candidates('darwin', { HOME: '/Users/a' })).toContain(mac);
  const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  expect(candidates('win32', { PROGRAMFILES: 'C:\\Program Files' })).toEqual([windows]);
});
