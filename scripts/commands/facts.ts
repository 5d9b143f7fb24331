import { facts } from '../../src/lib/model/architecture/facts.ts';
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { readArguments } from './arguments.ts';
import { table } from './table.ts';

export const usage = 'facts [--model resnet50] [--json]';

export async function run(args: string[]) {
  const { values, positionals } = readArguments('facts', args, {
    model: { type: 'string', default: 'resnet50' },
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'facts' });
  const result = facts(buildModel(values.model));
  const text = () =>
    [
      `${result.model}: ${result.totals.params.toLocaleString('en')} parameters (${result.totals.trainable.toLocaleString('en')} trainable), ${result.totals.macs.toLocaleString('en')} multiply-adds`,
      '',
      table(
        ['node', 'kind', 'shape', 'parameters', 'multiply-adds', 'receptive field', 'jump'],
        result.nodes.map((node) => [
          node.id,
          node.kind,
          node.shape.join('×'),
          node.params,
          node.macs,
          node.receptiveField ?? '',
          node.jump ?? '',
        ]),
      ),
    ].join('\n');
  return { result, text };
}
