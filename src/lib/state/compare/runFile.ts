/** A race as a file, and back: everything that was chosen, and everything that was measured. */
import { AtlasError } from '../../model/errors.ts';
import type { BlockId } from '../../model/architecture/graph.ts';
import {
  layerFigureNames,
  type LayerFigures,
  type RunFacts,
  type TaskChoice,
  type TrainedStep,
} from '../../model/protocol/training.ts';
import { parseState } from '../parameters.ts';
import { storable } from '../stored.ts';
import { Misfit, Part } from '../checkedJson.ts';
import { formatLane } from './laneConfiguration.ts';
import { raceTable, settingsOf, stateOf, type RaceState } from './raceAddress.ts';
import type { KeptRace, Lane, LaneRun } from './race.svelte.ts';
import { runId, seedsOf, type RaceSettings } from './raceSettings.ts';

const format = 'resnet-atlas-race';
/** Goes up when an older program could not read the file, or would read it wrongly. */
const version = 1;
/** Bytes. Four networks of 110 layers, five seeds, measured 200 times: some 20 MB. */
export const largestRunFile = 100_000_000;

/** A race as text. @param saved when, ISO 8601 */
export function runFile({ settings, lanes }: Pick<KeptRace, 'settings' | 'lanes'>, saved: string): string {
  const state: RaceState = { ...parseState(raceTable, '').state, ...stateOf(settings) };
  const file = {
    format,
    version,
    saved,
    // Each as in a link to the page: one way to write it, one place where it is checked. Defaults too: they may change.
    settings: Object.fromEntries(
      Object.entries(raceTable).map(([key, { format }]) => [key, format(state[key as never])]),
    ),
    lanes: lanes.map(({ id, facts, runs }) => ({ id, facts, runs: runs.map(packed) })),
  };
  return `${JSON.stringify(file)}\n`;
}

function packed({ seed, steps }: LaneRun) {
  const measured = steps.filter(({ figures }) => figures);
  const tested = steps.filter(({ heldOut }) => heldOut);
  const column = (of: (step: TrainedStep) => number, from = steps) => from.map((one) => storable(of(one)));
  const figures = (name: keyof LayerFigures) =>
    measured.map((one) => one.figures![name].map((value) => storable(value)));
  return {
    seed,
    loss: column(({ loss }) => loss),
    accuracy: column(({ accuracy }) => accuracy),
    rate: column(({ rate }) => rate),
    heldOut: {
      steps: tested.map(({ step }) => step),
      loss: column(({ heldOut }) => heldOut!.loss, tested),
      accuracy: column(({ heldOut }) => heldOut!.accuracy, tested),
    },
    measured: {
      steps: measured.map(({ step }) => step),
      ...Object.fromEntries(layerFigureNames.map((name) => [name, figures(name)])),
    },
  };
}

/**
 * The race in a file. Its task is without the reader's own files.
 *
 * @param name of the file, for errors
 * @param choice the task of a name, with what it needs on this page
 * @throws AtlasError runFileUnreadable, runFileNewer, runFileDamaged
 */
export function readRunFile(
  text: string,
  name: string,
  choice: (task: TaskChoice['name'], difficulty: number) => TaskChoice,
): KeptRace {
  const file = new Part(parsed(text, name));
  const isOurs = typeof file.value === 'object' && file.value !== null && !Array.isArray(file.value);
  if (!isOurs || file.get('format').value !== format)
    throw new AtlasError('runFileUnreadable', { file: name });
  try {
    const written = file.get('version').count();
    if (written > version)
      throw new AtlasError('runFileNewer', { file: name, version: written, known: version });
    const settings = settingsIn(file.get('settings'), choice);
    const lanes = file.get('lanes').list(settings.lanes.length);
    return { settings, task: null, lanes: lanes.map((lane, i) => laneIn(lane, settings, i)) };
  } catch (error) {
    if (error instanceof Misfit) throw new AtlasError('runFileDamaged', { file: name, where: error.where });
    throw error;
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AtlasError('runFileUnreadable', { file }, { cause });
  }
}

function settingsIn(part: Part, choice: Parameters<typeof readRunFile>[2]): RaceSettings {
  const given = Object.keys(raceTable).flatMap((key) => {
    const setting = part.get(key);
    return setting.value === undefined ? [] : [[key, setting.text()]];
  });
  const { state, rejected } = parseState(raceTable, String(new URLSearchParams(given)));
  if (rejected.length > 0) throw new Misfit(part.get(rejected[0].name).where);
  return settingsOf(state, choice(state.task, state.difficulty));
}

function laneIn(part: Part, { lanes, recipe }: RaceSettings, index: number): Lane {
  const configuration = lanes[index];
  const id = formatLane(configuration);
  if (part.get('id').text() !== id) throw new Misfit(part.get('id').where);
  const facts = factsIn(part.get('facts'));
  const seeds = seedsOf(recipe);
  const runs = part
    .get('runs')
    .list(seeds.length)
    .map((run, i): LaneRun => {
      if (run.get('seed').count() !== seeds[i]) throw new Misfit(run.get('seed').where);
      return { id: runId(configuration, seeds[i]), seed: seeds[i], steps: stepsIn(run, facts) };
    });
  const ends = runs.flatMap(({ steps }) => steps.find(({ loss }) => !Number.isFinite(loss))?.step ?? []);
  return { id, configuration, facts, runs, diverged: ends.length > 0 ? Math.min(...ends) : null };
}

function factsIn(part: Part): RunFacts | null {
  if (part.value === null) return null;
  return {
    params: part.get('params').count(),
    macs: part.get('macs').count(),
    layers: part
      .get('layers')
      .list()
      .map((layer) => layer.text()),
    blocks: part
      .get('blocks')
      .list()
      .map((block) => block.text() as BlockId),
  };
}

function stepsIn(part: Part, facts: RunFacts | null): TrainedStep[] {
  const loss = part.get('loss').numbers();
  const count = loss.length;
  const accuracy = part.get('accuracy').numbers(count);
  const rate = part.get('rate').numbers(count);
  const heldOut = heldOutIn(part.get('heldOut'), count);
  const figures = figuresIn(part.get('measured'), count, facts);
  return loss.map((value, step) => ({
    step,
    loss: value,
    accuracy: accuracy[step],
    rate: rate[step],
    ...(figures.has(step) && { figures: figures.get(step) }),
    ...(heldOut.has(step) && { heldOut: heldOut.get(step) }),
  }));
}

/** Numbers of steps, each greater than the one before. */
function placesIn(part: Part, count: number): number[] {
  let last = -1;
  return part.list().map((one) => {
    const step = one.count();
    if (step <= last || step >= count) throw new Misfit(one.where);
    return (last = step);
  });
}

function heldOutIn(part: Part, count: number): Map<number, { loss: number; accuracy: number }> {
  const places = placesIn(part.get('steps'), count);
  const loss = part.get('loss').numbers(places.length);
  const accuracy = part.get('accuracy').numbers(places.length);
  return new Map(places.map((step, i) => [step, { loss: loss[i], accuracy: accuracy[i] }]));
}

function figuresIn(part: Part, count: number, facts: RunFacts | null): Map<number, LayerFigures> {
  const places = placesIn(part.get('steps'), count);
  if (!facts) {
    if (places.length > 0) throw new Misfit(part.where);
    return new Map();
  }
  const columns = layerFigureNames.map((name) => {
    const length = name === 'branch' ? facts.blocks.length : facts.layers.length;
    const rows = part.get(name).list(places.length);
    return [name, rows.map((row) => row.numbers(length))] as const;
  });
  const at = (i: number) => Object.fromEntries(columns.map(([name, rows]) => [name, rows[i]]));
  return new Map(places.map((step, i) => [step, at(i) as unknown as LayerFigures]));
}
