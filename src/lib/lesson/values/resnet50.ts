/** `resnet50.…`: ResNet-50 as the weight file has it, with biases on its convolutions. */
import { blocksOf } from '../../model/architecture/blocks.ts';
import { buildModel } from '../../model/architecture/families.ts';
import { facts } from '../../model/architecture/facts.ts';
import { computed, type Values } from './value.ts';

const graph = buildModel('resnet50');
const { nodes, totals } = facts(graph);
const command = 'npm run -s atlas -- facts --model resnet50';
const ofKind = (kind: string) => nodes.filter((node) => node.kind === kind);
const ofNode = (id: string) => nodes.find((node) => node.id === id)!;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

const convolutions = ofKind('conv');
const biases = sum(convolutions.map(({ shape }) => shape.at(-1)!));
const blocks = blocksOf(graph);

const nodeValues = Object.fromEntries(
  nodes.flatMap(({ id, params, macs, shape, receptiveField, jump }) => [
    [`params.${id}`, computed(params, command)],
    [`macs.${id}`, computed(macs, command)],
    ...(shape.length === 3
      ? [
          [`side.${id}`, computed(shape[0], command)],
          [`channels.${id}`, computed(shape[2], command)],
        ]
      : []),
    ...(receptiveField === null ? [] : [[`field.${id}`, computed(receptiveField, command)]]),
    ...(jump === null ? [] : [[`jump.${id}`, computed(jump, command)]]),
  ]),
);

const blockValues = Object.fromEntries(
  blocks.flatMap(({ id }) => {
    const own = nodes.filter(({ block }) => block === id);
    return [
      [`params.block.${id}`, computed(sum(own.map(({ params }) => params)), command)],
      [`macs.block.${id}`, computed(sum(own.map(({ macs }) => macs)), command)],
    ];
  }),
);

const stageValues = Object.fromEntries(
  ['conv1', 'conv2', 'conv3', 'conv4', 'conv5'].flatMap((stage) => {
    const own = nodes.filter((node) => node.stage === stage);
    const params = sum(own.map((node) => node.params));
    const macs = sum(own.map((node) => node.macs));
    return [
      [`params.stage.${stage}`, computed(params, command)],
      [`paramsShare.stage.${stage}`, computed(params / totals.params, command, { percent: true })],
      [`macs.stage.${stage}`, computed(macs, command)],
      [`macsShare.stage.${stage}`, computed(macs / totals.macs, command, { percent: true })],
    ];
  }),
);

export const values: Values = {
  parameters: computed(totals.params, command),
  trainable: computed(totals.trainable, command),
  movingStatistics: computed(totals.params - totals.trainable, command),
  biases: computed(biases, command),
  macs: computed(totals.macs, command),
  gigaMacs: computed(totals.macs / 1e9, command, { digits: 2 }),
  gigaFlops: computed((2 * totals.macs) / 1e9, command, { digits: 2 }),
  convolutions: computed(convolutions.length, command),
  norms: computed(ofKind('batchNorm').length, command),
  relus: computed(ofKind('relu').length, command),
  additions: computed(ofKind('add').length, command),
  blocks: computed(blocks.length, command),
  projections: computed(nodes.filter(({ id }) => /^res\d\w_branch1$/.test(id)).length, command),
  receptiveField: computed(ofNode('res5c').receptiveField!, command),
  jump: computed(ofNode('res5c').jump!, command),
  features: computed(ofNode('avg_pool').shape[0], command),
  classes: computed(ofNode('fc1000').shape[0], command),
  fullyConnected: computed(ofNode('fc1000').params, command),
  fullyConnectedShare: computed(ofNode('fc1000').params / totals.params, command, { percent: true }),
  ...nodeValues,
  ...blockValues,
  ...stageValues,
};
