import type { ShownLesions } from '$lib/state/gradients/shownLesions.svelte.ts';

/** What repeats the page's runs on the command line. */
export function commandOf({ address, sources }: ShownLesions): string {
  const { over, class: target, most, draws, seed, steps, trainingSeed } = address.state;
  const files = sources.map(({ sample, name }) => (sample === null ? name : `static/samples/${name}`));
  const pictures = over === 'samples' ? 'static/samples/*.jpg' : files.join(' ') || 'PICTURE…';
  const atlas = 'npm run -s atlas --';
  return [
    `${atlas} lesion ${pictures} --random ${most} --draws ${draws} --seed ${seed} --pairs${target === null ? '' : ` --target ${target}`}`,
    `${atlas} small-lesions --steps ${steps} --seed ${trainingSeed}`,
  ].join('\n');
}
