import { expect, test } from 'vitest';
import { buildModel } from '../../../src/lib/model/architecture/families.ts';
import reference from '../../../src/lib/model/architecture/fixtures/keras-resnet50.json' with { type: 'json' };
import { accountNamed, accountOf, most, networks, projectedBlocks } from './account.ts';

test('ResNet-50 is what Keras counts', () => {
  const account = accountNamed('resnet50');
  const kind = (id: string) => account.kinds.find((one) => one.id === id);
  expect(account.parameters).toBe(reference.totals.params);
  expect(account.trainable).toBe(reference.totals.trainable);
  expect(account.macs).toBe(reference.totals.macs);
  expect(kind('batchNorm')!.count).toBe(reference.totals.bn_layers);
  expect(kind('relu')!.count).toBe(reference.totals.relu_layers);
  expect(kind('add')!.count).toBe(reference.totals.add_layers);
  expect(kind('projection')!.count).toBe(reference.totals.projection_shortcuts);
  const convolutions = ['conv7', 'conv3', 'conv1', 'projection'].map((id) => kind(id)!.count);
  expect(convolutions.reduce((total, count) => total + count, 0)).toBe(reference.totals.conv_layers);
});

test('every network is as deep as its name says, and its parts make the whole', () => {
  for (const name of networks) {
    const account = accountNamed(name);
    expect(account.depth, name).toBe(Number(/resnet-?(\d+)/.exec(name)![1]));
    for (const what of ['params', 'macs'] as const) {
      const whole = what === 'params' ? account.parameters : account.macs;
      expect(
        account.sections.reduce((total, section) => total + section[what], 0),
        name,
      ).toBe(whole);
      expect(
        account.kinds.reduce((total, kind) => total + kind[what], 0),
        name,
      ).toBe(whole);
    }
  }
});

test('most parameters and most work', () => {
  expect([most(accountNamed('resnet50'), 'params'), most(accountNamed('resnet50'), 'macs')]).toEqual([
    'conv5',
    'conv4',
  ]);
  expect([most(accountNamed('resnet101'), 'params'), most(accountNamed('resnet101'), 'macs')]).toEqual([
    'conv4',
    'conv4',
  ]);
});

test('receptive fields at the ends of the stages, in both versions', () => {
  const fields = (name: 'resnet50' | 'resnet50-v1.5') =>
    accountNamed(name).sections.map(({ field }) => field);
  expect(fields('resnet50')).toEqual([11, 35, 99, 291, 483, null]);
  expect(fields('resnet50-v1.5')).toEqual([11, 35, 91, 267, 427, null]);
});

test('projections stand where the shape changes', () => {
  expect(projectedBlocks(buildModel('resnet50'))).toEqual(['2a', '3a', '4a', '5a']);
  expect(projectedBlocks(buildModel('resnet34'))).toEqual(['3a', '4a', '5a']);
  expect(accountOf(buildModel('resnet50-plain')).kinds.some(({ id }) => id === 'projection')).toBe(false);
});
