import { startBackend } from '../../src/lib/model/engine/backends.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { smallLesions } from '../../src/lib/model/training/smallLesions.ts';
import { readArguments } from './arguments.ts';
import { readDepth, readWhole } from './numbers.ts';
import { table } from './table.ts';

export const usage = 'small-lesions [--depth 20] [--steps 250] [--seed 0] [--json]';

/** Trains a plain and a residual network on gratings, 8 filters wide, and takes each block away in turn. */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('small-lesions', args, {
    depth: { type: 'string', default: '20' },
    steps: { type: 'string', default: '250' },
    seed: { type: 'string', default: '0' },
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'small-lesions' });
  const options = {
    depth: readDepth('--depth', values.depth),
    steps: readWhole('--steps', values.steps, { least: 1, most: 10_000 }),
    seed: readWhole('--seed', values.seed, { least: 0, most: 2 ** 32 - 1 }),
  };
  const { backend } = await startBackend('wasm');
  const networks = await smallLesions(options);
  const result = { ...options, backend, networks };
  const text = () => {
    const { plain, residual } = networks;
    return table(
      ['network', 'plain', 'residual'],
      [
        ['whole', plain.base.toFixed(3), residual.base.toFixed(3)],
        ...Object.keys(plain.blocks).map((id) => [
          `without ${id}`,
          plain.blocks[id].toFixed(3),
          residual.blocks[id].toFixed(3),
        ]),
      ],
    );
  };
  return { result, text };
}
