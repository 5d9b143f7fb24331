import { beforeAll, describe, expect, it, vi } from 'vitest';
import { handlingOf } from './requests.ts';

const asked = (url: string, init: { method?: string; headers?: Record<string, string> } = {}) => ({
  url,
  method: init.method ?? 'GET',
  headers: new Headers(init.headers),
});

describe('what the service worker does with a request', () => {
  beforeAll(() => {
    vi.stubGlobal('location', { origin: 'https://atlas.example' });
    return () => vi.unstubAllGlobals();
  });

  it.each([
    ['https://atlas.example/_app/immutable/chunks/a.js', '', 'immutable'],
    ['https://atlas.example/base/_app/immutable/workers/w.js', '/base', 'immutable'],
    ['https://atlas.example/zh/lessons/fog/?print', '', 'page'],
    ['https://atlas.example/_app/version.json', '', 'page'],
    ['https://atlas.example/weights/resnet50/manifest.json', '', 'pass'],
    ['https://atlas.example/elsewhere/', '/base', 'pass'],
    ['https://other.example/lessons/', '', 'pass'],
  ] as const)('%s under “%s”: %s', (url, base, handling) => {
    expect(handlingOf(asked(url), base)).toBe(handling);
  });

  it('leaves alone what is not simply fetched', () => {
    expect(handlingOf(asked('https://atlas.example/', { method: 'POST' }), '')).toBe('pass');
    expect(handlingOf(asked('https://atlas.example/a', { headers: { range: 'bytes=0-1' } }), '')).toBe(
      'pass',
    );
  });
});
