import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultLandscape } from '../../model/protocol/landscape.ts';
import { defaultTraining } from '../../model/protocol/training.ts';
import { landscapeCommand } from './landscapeCommand.ts';
import { RecordedLandscapes, unpackLandscape } from './recordedLandscapes.svelte.ts';
import { nearest } from './nearest.ts';
import { landscapeFigures } from './shownLandscape.ts';

const folder = 'static/recordings/landscape';
const read = (url: string) => JSON.parse(readFileSync(`static/${url}`, 'utf8'));

describe.each(readdirSync(folder))('the recording %s', (file) => {
  const recorded = unpackLandscape(read(`recordings/landscape/${file}`));
  const { training, landscape, plane } = recorded;

  it('is whole, and says what repeats it', () => {
    expect(file).toBe(`gratings-${training.net}-${training.depth}-${plane}.json`);
    expect([landscape.loss.length, landscape.accuracy.length]).toEqual([625, 625]);
    expect(landscapeFigures(landscape)!.notFinite).toBe(0);
    expect(recorded.command.split(' ').sort()).toEqual(
      landscapeCommand({ name: 'gratings' }, training, recorded)
        .replace('-- landscape', `-- landscape${plane === 'random' ? ' --plane random' : ''}`)
        .split(' ')
        .sort(),
    );
  });

  it('is of a network that has come to its end', () => {
    expect([recorded.step, training.steps]).toEqual([300, 300]);
    const middle = nearest(landscape.b, 0) * 25 + nearest(landscape.a, 0);
    // Guessing costs ln 8; the plain network of 56 layers hardly does better (He et al. 2015: degradation).
    if (training.net === 'residual') expect(landscape.loss[middle]).toBeLessThan(0.5);
    else expect(landscape.loss[middle]).toBeGreaterThan(0.5);
    if (plane === 'trajectory') expect(landscape.path!.steps.at(-1)).toBe(300);
  });
});

describe('recorded landscapes', () => {
  it('come when they are wanted', async () => {
    const landscapes = new RecordedLandscapes(
      (path) => path,
      (url) => Promise.resolve({ ok: true, json: () => Promise.resolve(read(url)) }),
    );
    await landscapes.follow('random');
    expect(landscapes.found!.plain.training.net).toBe('plain');
    expect(landscapes.found!.residual.training.net).toBe('residual');
  });

  it('that cannot be fetched are told', async () => {
    const landscapes = new RecordedLandscapes(
      (path) => path,
      () => Promise.resolve({ ok: false, json: () => Promise.reject(new Error('no JSON')) }),
    );
    await landscapes.follow('random');
    expect(landscapes.error!.code).toBe('recordingUnreachable');
  });
});

it('a command has what differs from the defaults, and always depth and kind', () => {
  const training = { ...defaultTraining, rate: 0.1, zeroGamma: true };
  const options = { ...defaultLandscape, plane: 'trajectory', extent: 2, seed: 3, pictures: 64 } as const;
  expect(landscapeCommand({ name: 'shapes', difficulty: 0.5 }, training, options)).toBe(
    'npm run -s atlas -- landscape --plane trajectory --pictures 64 --task shapes --difficulty 0.5 --depth 20 --net residual --rate 0.1 --zero-gamma --json',
  );
});
