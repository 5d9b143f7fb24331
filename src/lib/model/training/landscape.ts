/** The loss of a trained network on a plane through its weights (Li et al. 2018). */
import type { Graph } from '../architecture/graph.ts';
import { isTrainable } from '../architecture/kinds.ts';
import { weightShapes } from '../architecture/shapes.ts';
import { nodesById } from '../architecture/subgraph.ts';
import { logitsOf } from '../engine/segments.ts';
import { AtlasError } from '../errors.ts';
import type { Landscape, LandscapeAxes, LandscapeOptions, LandscapeRow } from '../protocol/landscape.ts';
import { displaced, filterNormalisedDirection, type Direction } from './directions.ts';
import { fit } from './loss.ts';
import { TrainableNetwork } from './network.ts';
import { principalPlane } from './principalPlane.ts';
import { RandomStream } from './random.ts';
import type { TrainingRun } from './trainer.ts';
import type { Trajectory } from './trajectory.ts';

interface Work {
  readonly signal?: AbortSignal;
  readonly progress?: (row: LandscapeRow) => void;
}

/** By how much the trajectory's plane reaches beyond its path, as a share of the path's width and height. */
const margin = 0.25;

/**
 * Loss and accuracy at θ + a δ + b η for a grid of a and b, where θ are the run's weights now. The run is not touched:
 * another network of its graph takes the weights of the points. Batch norm's statistics are, unless other ones are
 * wanted, those of the pictures: then the loss is a function of the trainable weights alone, as it is in training.
 *
 * @throws AtlasError 'weightsNotFinite', 'trajectoryTooShort'
 */
export async function measureLandscape(
  run: TrainingRun,
  trajectory: Trajectory,
  options: LandscapeOptions,
  { signal, progress }: Work = {},
): Promise<Landscape> {
  const { step, task } = run;
  const weights = run.network.weights();
  for (const values of weights.values())
    if (!values.every(Number.isFinite)) throw new AtlasError('weightsNotFinite', { step });
  const { directions, axes } = await planeOf({ run, weights, trajectory, options, signal });
  const batch = task.training(new RandomStream(run.options.seed, `${task.name}/landscape`), options.pictures);
  const mode = options.statistics === 'batch' ? 'training' : 'inference';
  const logitsNode = logitsOf(run.network.graph);
  const { a: columns, b: rows } = axes;
  const loss = new Float32Array(columns.length * rows.length);
  const accuracy = new Float32Array(loss.length);
  const network = new TrainableNetwork(run.network.graph, weights);
  try {
    for (const [row, b] of rows.entries()) {
      const [from, to] = [row * columns.length, (row + 1) * columns.length];
      for (const [column, a] of columns.entries()) {
        network.assign(displaced(weights, directions, [a, b]));
        const logits = (await network.values(batch, [logitsNode], mode, signal)).get(logitsNode)!;
        const found = fit(logits, batch.labels);
        loss[from + column] = found.loss;
        accuracy[from + column] = found.accuracy;
      }
      progress?.({ ...axes, row, loss: loss.slice(from, to), accuracy: accuracy.slice(from, to) });
    }
  } finally {
    network.dispose();
  }
  return { ...axes, loss, accuracy, step };
}

interface PlaneOptions {
  readonly run: TrainingRun;
  readonly weights: ReadonlyMap<string, Float32Array>;
  readonly trajectory: Trajectory;
  readonly options: LandscapeOptions;
  readonly signal?: AbortSignal;
}

async function planeOf({
  run,
  weights,
  trajectory,
  options: { plane, resolution, extent, seed },
  signal,
}: PlaneOptions): Promise<{ directions: readonly [Direction, Direction]; axes: LandscapeAxes }> {
  if (plane === 'random') {
    const shapes = weightShapes(run.network.graph);
    const direction = (name: string) =>
      filterNormalisedDirection(weights, shapes, new RandomStream(seed, `landscape/${name}`));
    const axis = evenly(-extent, extent, resolution);
    return { directions: [direction('a'), direction('b')], axes: { a: axis, b: axis, path: null } };
  }
  const { graph } = run.network;
  const last = { step: run.step, weights };
  const { directions, path } = await principalPlane(
    trainableNames(graph),
    trajectory.snapshots,
    last,
    signal,
  );
  return {
    directions,
    axes: { a: spanning(path.a, resolution), b: spanning(path.b, resolution), path },
  };
}

/** Without moving statistics, which follow the batches: training does not move along them. */
function trainableNames(graph: Graph): string[] {
  const nodes = nodesById(graph);
  return [...weightShapes(graph).keys()].filter((name) => {
    const slash = name.lastIndexOf('/');
    return isTrainable(nodes.get(name.slice(0, slash))!.kind, name.slice(slash + 1));
  });
}

/** From one number to another, both among them. */
const evenly = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

function spanning(coordinates: readonly number[], count: number): number[] {
  const [least, most] = [Math.min(...coordinates), Math.max(...coordinates)];
  const beyond = margin * (most - least);
  return evenly(least - beyond, most + beyond, count);
}
