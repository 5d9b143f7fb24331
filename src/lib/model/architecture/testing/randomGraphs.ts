/** Random small networks for property tests. */
import fc from 'fast-check';
import type { Graph } from '../graph.ts';
import { GraphBuilder } from '../graphBuilder.ts';
import { windowPositions, type Window } from '../window.ts';

interface WindowStep {
  readonly kind: 'window';
  readonly operation: 'conv' | 'maxPool';
  readonly window: Window;
}

interface PointwiseStep {
  readonly kind: 'pointwise';
  readonly operation: 'relu' | 'batchNorm';
}

interface PadStep {
  readonly kind: 'pad';
  readonly size: number;
}

interface SubsampleStep {
  readonly kind: 'subsample';
  readonly stride: number;
}

/** Two convolutions beside the identity or, with a stride, beside a projection or a subsample. */
interface BlockStep {
  readonly kind: 'block';
  readonly kernels: readonly [number, number];
  readonly stride: number;
  readonly shortcut: 'projection' | 'subsample';
}

type Step = WindowStep | PointwiseStep | PadStep | SubsampleStep | BlockStep;

const upTo = (max: number, min = 1) => fc.integer({ min, max });

function randomStep(dense: boolean): fc.Arbitrary<Step> {
  const window = fc
    .record({ kernel: upTo(4), stride: upTo(3), padding: upTo(2, 0) })
    .map((drawn) => (dense ? { ...drawn, stride: Math.min(drawn.stride, drawn.kernel) } : drawn));
  return fc.oneof(
    fc.record<WindowStep>({
      kind: fc.constant('window'),
      operation: fc.constantFrom('conv', 'maxPool'),
      window,
    }),
    fc.record<PointwiseStep>({
      kind: fc.constant('pointwise'),
      operation: fc.constantFrom('relu', 'batchNorm'),
    }),
    fc.record<PadStep>({ kind: fc.constant('pad'), size: upTo(2, 0) }),
    fc.record<SubsampleStep>({ kind: fc.constant('subsample'), stride: upTo(dense ? 1 : 3) }),
    fc.record<BlockStep>({
      kind: fc.constant('block'),
      kernels: fc.tuple(dense ? fc.constant(3) : fc.constantFrom(1, 3), fc.constantFrom(1, 3)),
      stride: upTo(2),
      shortcut: fc.constantFrom('projection', 'subsample'),
    }),
  );
}

/**
 * A chain of random operations on a small picture; windows that would not fit are left out. `dense`: every window
 * covers at least its stride, so that no position is jumped over.
 */
export function randomGraph({ dense = false } = {}): fc.Arbitrary<Graph> {
  const chain = fc.array(randomStep(dense), { minLength: 1, maxLength: 6 });
  return fc.record({ side: upTo(14, 5), channels: upTo(3), chain }).map(build);
}

function build(plan: { side: number; channels: number; chain: readonly Step[] }): Graph {
  const builder = new GraphBuilder();
  const { channels } = plan;
  let side = plan.side;
  let value = builder.add('input', 'input', [], { shape: [side, side, channels] });
  const convolution = (id: string, from: string, window: Window) =>
    builder.add(id, 'conv', [from], { ...window, filters: channels, groups: 1, bias: true });

  const addBlock = (id: string, { kernels, stride, shortcut: kind }: BlockStep) => {
    const same = (kernel: number, stride: number) => ({ kernel, stride, padding: (kernel - 1) / 2 });
    const inner = convolution(`${id}_conv1`, value, same(kernels[0], stride));
    const branch = convolution(`${id}_conv2`, inner, same(kernels[1], 1));
    let shortcut = value;
    if (stride > 1 && kind === 'projection')
      shortcut = convolution(`${id}_projection`, value, same(1, stride));
    else if (stride > 1) shortcut = builder.add(`${id}_subsample`, 'subsample', [value], { stride });
    return builder.add(`${id}_add`, 'add', [branch, shortcut], {});
  };

  plan.chain.forEach((step, index) => {
    const id = `${step.kind}${index}`;
    switch (step.kind) {
      case 'window':
        if (side + 2 * step.window.padding < step.window.kernel) return;
        side = windowPositions(side, step.window);
        value =
          step.operation === 'conv'
            ? convolution(id, value, step.window)
            : builder.add(id, 'maxPool', [value], step.window);
        return;
      case 'pointwise':
        value =
          step.operation === 'relu'
            ? builder.add(id, 'relu', [value], {})
            : builder.add(id, 'batchNorm', [value], { epsilon: 1e-5 });
        return;
      case 'pad':
        side += 2 * step.size;
        value = builder.add(id, 'pad', [value], { size: step.size });
        return;
      case 'subsample':
        side = Math.ceil(side / step.stride);
        value = builder.add(id, 'subsample', [value], { stride: step.stride });
        return;
      case 'block':
        side = Math.ceil(side / step.stride);
        value = addBlock(id, step);
    }
  });
  return builder.build('random');
}
