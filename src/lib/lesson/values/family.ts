/** `family.NAME.…`: parameters and multiply-adds of the networks that have a name. */
import { blocksOf } from '../../model/architecture/blocks.ts';
import { costs } from '../../model/architecture/costs.ts';
import { buildModel, modelNames } from '../../model/architecture/families.ts';
import { computed, type Value, type Values } from './value.ts';

function valuesOf(name: string): [string, Value][] {
  const graph = buildModel(name);
  const { totals } = costs(graph);
  const command = `npm run -s atlas -- facts --model ${name}`;
  return [
    // In this family moving statistics are not counted, as by torchvision.
    [`${name}.parameters`, computed(totals.trainable, command)],
    [`${name}.megaParameters`, computed(totals.trainable / 1e6, command, { digits: 1 })],
    [`${name}.macs`, computed(totals.macs, command)],
    [`${name}.gigaMacs`, computed(totals.macs / 1e9, command, { digits: 2 })],
    [`${name}.megaMacs`, computed(totals.macs / 1e6, command, { digits: 0 })],
    [`${name}.blocks`, computed(blocksOf(graph).length, command)],
  ];
}

// A network of 1202 layers takes a while, and no lesson needs its graph.
const names = modelNames.filter((name) => !name.includes('1202'));

export const values: Values = Object.fromEntries(names.flatMap(valuesOf));
