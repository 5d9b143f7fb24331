/** Gradients on their way back through the trained network and through changed ones: one flow for each network asked about. */
import { untrack } from 'svelte';
import type { BlockId } from '../../model/architecture/graph.ts';
import { Superseded } from '../../model/client.ts';
import { toPlainError, type PlainError } from '../../model/errors.ts';
import type { GradientAt, GradientFlowReport } from '../../model/protocol/gradientFlow.ts';
import type { Ask } from '../addition.svelte.ts';
import { flowBlocks, formatNetwork, rewritesOf, type FlowNetwork } from './flowNetwork.ts';

/** What is to be shown. */
export interface FollowedFlows {
  /** Counts passes, so that another picture has another number. */
  readonly run: number;
  /** Weights and picture are there. */
  readonly ready: boolean;
  /** Null: the class that the trained network finds most probable. */
  readonly target: number | null;
  /** In the order in which they are computed. */
  readonly networks: readonly FlowNetwork[];
}

/** One network's gradient; block by block until `report` is there. */
export interface Flow {
  readonly run: number;
  readonly target: number | null;
  readonly blocks: Readonly<Record<BlockId, GradientAt | undefined>>;
  readonly report: GradientFlowReport | null;
}

/** What is being computed, and how many blocks are done of it: forward and back. */
export interface FlowUnderWay {
  readonly network: FlowNetwork;
  readonly done: number;
  readonly all: number;
}

/** Conv1 and head besides the blocks on the way forward. */
const steps = 2 * flowBlocks.length + 2;
/** Flows that are kept, so that what was just looked at need not be computed again; some 1.2 MB each. */
const mostKept = 12;

export class GradientFlows {
  busy = $state.raw<FlowUnderWay | null>(null);
  /** Stopped by the reader, or by an error: goes on when it is told to, or something else is chosen. */
  stopped = $state(false);
  error = $state.raw<PlainError | null>(null);

  readonly #ask: Ask;
  /** By network, the latest last. */
  #flows = $state.raw<Readonly<Record<string, Flow | undefined>>>({});
  #followed = $state.raw<FollowedFlows | null>(null);
  #work: AbortController | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Computes what is missing; what is under way for another picture, class or network ends. */
  follow(followed: FollowedFlows): void {
    untrack(() => this.#follow(followed));
  }

  #follow(followed: FollowedFlows): void {
    const before = this.#followed;
    const key = ({ run, ready, target, networks }: FollowedFlows) =>
      [run, ready, target, ...networks.map(formatNetwork)].join(' ');
    if (before && key(before) === key(followed)) return;
    this.#followed = followed;
    this.stopped = false;
    this.error = null;
    const { busy } = this;
    const goesOn =
      busy !== null &&
      before?.run === followed.run &&
      before.target === followed.target &&
      followed.networks.some((one) => formatNetwork(one) === formatNetwork(busy.network));
    if (busy && !goesOn) this.#end();
    if (followed.ready && !this.#work) void this.#compute();
  }

  /** A network's flow; not `current` while it is still that of another picture or class, or not complete. */
  flow(network: FlowNetwork): { readonly flow: Flow; readonly current: boolean } | null {
    const flow = this.#flows[formatNetwork(network)];
    return flow ? { flow, current: this.#isOfThis(flow) && flow.report !== null } : null;
  }

  /** Everything that is asked about has been computed. */
  get complete(): boolean {
    return this.#followed !== null && this.#followed.ready && this.#missing() === undefined;
  }

  /** Goes on after it was stopped. */
  start(): void {
    this.stopped = false;
    this.error = null;
    if (this.#followed?.ready && !this.#work) void this.#compute();
  }

  /** Ends what is under way; what has been computed stays. */
  cancel(): void {
    this.#end();
    this.stopped = this.#missing() !== undefined;
  }

  #isOfThis({ run, target }: Flow): boolean {
    return run === this.#followed?.run && target === this.#followed.target;
  }

  #missing(): FlowNetwork | undefined {
    return this.#followed?.networks.find((network) => !this.flow(network)?.current);
  }

  async #compute(): Promise<void> {
    const { signal } = (this.#work = new AbortController());
    for (let network = this.#missing(); network; network = this.#missing()) {
      const { run, target } = this.#followed!;
      try {
        await this.#one(network, { run, target, blocks: {}, report: null }, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Superseded)) this.error = toPlainError(error);
        this.#end();
        this.stopped = true;
        return;
      }
      if (signal.aborted) return;
    }
    this.#end();
  }

  async #one(network: FlowNetwork, empty: Flow, signal: AbortSignal): Promise<void> {
    let flow = empty;
    let done = 0;
    this.busy = { network, done, all: steps };
    const report = await this.#ask(
      'gradientFlow',
      { rewrites: rewritesOf(network), ...(empty.target === null ? {} : { target: empty.target }) },
      {
        signal,
        onProgress: (told) => {
          if (signal.aborted) return;
          this.busy = { network, done: ++done, all: steps };
          if (!('gradient' in told)) return;
          flow = { ...flow, blocks: { ...flow.blocks, [told.gradient.block!]: told.gradient } };
          this.#keep(network, flow);
        },
      },
    );
    if (!signal.aborted) this.#keep(network, { ...flow, blocks: report.blocks, report });
  }

  #keep(network: FlowNetwork, flow: Flow): void {
    const key = formatNetwork(network);
    const others = Object.entries(this.#flows).filter(([one]) => one !== key);
    this.#flows = Object.fromEntries([...others.slice(1 - mostKept), [key, flow]]);
  }

  #end(): void {
    this.#work?.abort();
    this.#work = null;
    this.busy = null;
  }

  /** Takes the message off the page. */
  dismiss(): void {
    this.error = null;
  }

  dispose(): void {
    this.#end();
  }
}
