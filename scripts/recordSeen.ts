/**
 * Records what ResNet-50 sees in all samples: the class activation maps of its two most probable classes, figures of the
 * four maps that detectors use, and how much of its receptive field the middle unit rests on:
 * node scripts/run.mjs scripts/recordSeen.ts
 * Of one sample they are printed instead: node scripts/run.mjs scripts/recordSeen.ts brandenburg-gate
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { clipBox, inputBox, receptiveFields } from '../src/lib/model/architecture/receptiveField.ts';
import { classActivationMap, measuredReceptiveField } from '../src/lib/model/engine/attribution.ts';
import type { Session } from '../src/lib/model/engine/session.ts';
import type { MapsReport } from '../src/lib/model/protocol.ts';
import { samples } from '../src/lib/state/samples.ts';
import { fieldFigures } from '../src/lib/viz/measuredField.ts';
import { openPicture, openSession } from './host.ts';

const root = join(import.meta.dirname, '..');
/** The outputs of conv2_x … conv5_x. */
const levels = ['res2c', 'res3d', 'res4f', 'res5c'];
const side = 224;

/** What arithmetic on another backend changes is beyond these. */
const digits = (value: number, count = 5) => Number(value.toPrecision(count));

async function mapOf(session: Session, target: number, label: string, probability: number) {
  const { values, head } = await classActivationMap(session, { target });
  return {
    index: target,
    label,
    probability: digits(probability),
    bias: digits(head!.bias, 6),
    logit: digits(head!.logit, 6),
    map: Array.from(values, (value) => digits(value, 6)),
  };
}

function figuresOf({ shape, statistics, channels }: MapsReport) {
  const { mean, l2, zeros } = statistics;
  const count = shape.reduce((product, length) => product * length, 1);
  return {
    mean: digits(mean),
    rms: digits(l2 / Math.sqrt(count)),
    zeros: digits(zeros),
    silent: Array.from(channels.max).filter((max) => max === 0).length,
  };
}

/** The strongest channel in the middle of a map: how many pixels a side hold 95 % of |∂unit/∂input|. */
async function effectiveSide(session: Session, { node, shape, values }: MapsReport) {
  const [height, width, channels] = shape;
  const [row, column] = [Math.floor(height / 2), Math.floor(width / 2)];
  const at = (channel: number) => values[(channel * height + row) * width + column];
  let channel = 0;
  for (let other = 1; other < channels; other++) if (at(other) > at(channel)) channel = other;
  const map = await measuredReceptiveField(session, { node, row, column, channel });
  const field = receptiveFields(session.graph).get(node)!;
  const box = clipBox(inputBox(field, row, column), side, side)!;
  const centre = (position: number) => field.centre + field.jump * position;
  return fieldFigures(map, box, { row: centre(row), column: centre(column) })?.effectiveSide ?? null;
}

export async function main([only]: string[]): Promise<void> {
  const { session, labels, backend } = await openSession('float16');
  session.prepare();
  const images = [];
  for (const { id, file } of samples.filter((sample) => !only || sample.id === only)) {
    await openPicture(session, join(root, 'static', file));
    const { top } = await session.forward();
    const maps = [];
    for (const { index, probability } of top.slice(0, 2)) {
      maps.push(await mapOf(session, index, labels[index], probability));
    }
    const figures = [];
    const effective = [];
    for (const node of levels) {
      const value = await session.maps(node);
      figures.push(figuresOf(value));
      effective.push(await effectiveSide(session, value));
    }
    images.push({ picture: id, maps, levels: figures, effective });
  }
  if (only) {
    process.stdout.write(await format(JSON.stringify(images), { parser: 'json', printWidth: 110 }));
    return;
  }
  const recording = {
    command: 'node scripts/run.mjs scripts/recordSeen.ts',
    recorded: new Date().toISOString(),
    backend: backend.backend,
    weights: session.precision,
    levels,
    images,
  };
  const path = join(root, 'src/lib/state/recordings/seen.json');
  await writeFile(path, await format(JSON.stringify(recording), { parser: 'json', printWidth: 110 }));
  process.stderr.write(`Recorded ${images.length} pictures.\n`);
}
