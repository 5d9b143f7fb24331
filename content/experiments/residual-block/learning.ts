/** Blocks of both kinds, with and without the shortcut, that learn a task from the same random weights. */
import type { Vector, Weights } from './block.ts';

/** What they are shown: all points of a small grid but the origin. */
export const examples: readonly Vector[] = [0, 1, 2]
  .flatMap((a) => [0, 1, 2].map((b) => [a, b]))
  .filter(([a, b]) => a + b > 0);

export const steps = 400;
export const rate = 0.05;
/** At most so far from what was asked: it has been learned. */
export const near = 0.05;

export type Kind = 'residual' | 'plain';

/** What the output should be: the input itself; its two numbers changed over; their mean, twice. */
export const tasks = {
  identity: ([a, b]) => [a, b],
  swap: ([a, b]) => [b, a],
  mean: ([a, b]) => [(a + b) / 2, (a + b) / 2],
} as const satisfies Record<string, (x: Vector) => Vector>;
export type Task = keyof typeof tasks;
export const taskNames = Object.keys(tasks) as Task[];

/** The weights of both layers in one list, row by row: 400 steps for hundreds of blocks take no time then. */
type Flat = Float64Array;

const flat = ({ first, second }: Weights): Flat => Float64Array.from([...first, ...second].flat());

/** The mean over the examples of ‖y − t‖ / ‖t‖; puts the gradient of the mean of ½ ‖y − t‖² into `gradient`. */
function measure(w: Flat, kind: Kind, task: Task, gradient: Flat): number {
  const asked = tasks[task];
  const passed = kind === 'residual' ? 1 : 0;
  let sum = 0;
  gradient.fill(0);
  for (const x of examples) {
    const [a, b] = x;
    const [p, q] = asked(x);
    const h = Math.max(0, w[0] * a + w[1] * b);
    const k = Math.max(0, w[2] * a + w[3] * b);
    const s = w[4] * h + w[5] * k + passed * a;
    const t = w[6] * h + w[7] * k + passed * b;
    sum += Math.hypot(Math.max(0, s) - p, Math.max(0, t) - q) / Math.hypot(p, q);
    const ds = s > 0 ? s - p : 0;
    const dt = t > 0 ? t - q : 0;
    const dh = h > 0 ? ds * w[4] + dt * w[6] : 0;
    const dk = k > 0 ? ds * w[5] + dt * w[7] : 0;
    const parts = [dh * a, dh * b, dk * a, dk * b, ds * h, ds * k, dt * h, dt * k];
    for (let at = 0; at < 8; at++) gradient[at] += parts[at] / examples.length;
  }
  return sum / examples.length;
}

/** Mean distance and gradient, in the order of the rows of both layers. */
export function meanDistance(
  weights: Weights,
  kind: Kind,
  task: Task,
): { distance: number; gradient: number[] } {
  const gradient = new Float64Array(8);
  const distance = measure(flat(weights), kind, task, gradient);
  return { distance, gradient: [...gradient] };
}

/** Gradient descent: the mean distance at the start and after every `every` steps. */
export function learn(weights: Weights, kind: Kind, task: Task, every = 10): number[] {
  const w = flat(weights);
  const gradient = new Float64Array(8);
  const course: number[] = [];
  for (let done = 0; done <= steps; done++) {
    const distance = measure(w, kind, task, gradient);
    if (done % every === 0) course.push(distance);
    for (let at = 0; at < 8; at++) w[at] -= rate * gradient[at];
  }
  return course;
}

/** A random number generator: uniform in [0, 1), the same for the same seed (mulberry32). */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Weights from a normal distribution of variance 2 / fan-in, which is 1 here (He et al.). */
export function randomWeights(random: () => number): Weights {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const matrix = () => [0, 1].map(() => [normal(), normal()]);
  return { first: matrix(), second: matrix() };
}

/** Of each block the mean distance after every tenth step; the two kinds in the same order of weights. */
export type Courses = Readonly<Record<Kind, readonly (readonly number[])[]>>;

export function teach(seed: number, starts: number, task: Task): Courses {
  const random = uniform(seed);
  const weights = Array.from({ length: starts }, () => randomWeights(random));
  const of = (kind: Kind) => weights.map((one) => learn(one, kind, task));
  return { residual: of('residual'), plain: of('plain') };
}

/** How many have learned it in the end. */
export const arrived = (courses: Courses[Kind]): number =>
  courses.filter((course) => course.at(-1)! <= near).length;

/** At each measurement the share of blocks that are near. */
export const shareNear = (courses: Courses[Kind]): number[] =>
  courses[0].map((_, at) => courses.filter((course) => course[at] <= near).length / courses.length);
