/** The experiment on the trained network: which networks are compared, for which class, and their gradients. */
import type { BlockId } from '../../model/architecture/graph.ts';
import { oneOf, wholeNumber, wholeNumberOrNone } from '../parameters.ts';
import {
  flowBlocks,
  formatNetwork,
  mostPinned,
  networkParameter,
  networksParameter,
  presetCuts,
  trained,
  withCut,
  type FlowNetwork,
} from './flowNetwork.ts';
import { GradientFlows } from './gradientFlows.svelte.ts';
import type { GradientsAddress, GradientsPage } from './gradientsPage.svelte.ts';

/** What a map shows of a gradient. */
export const gradientViews = ['sum', 'l2'] as const;
export const inputViews = ['sum', 'l2', 'colour'] as const;

/** Norms as they are, or as multiples of the last block's. */
export const normScales = ['absolute', 'relative'] as const;

export const trainedTable = {
  /** The changed network beside the trained one, see `flowNetwork.ts`. */
  network: networkParameter({ ...trained, cut: presetCuts('all') }),
  /** Further networks whose curves stay. */
  pins: networksParameter,
  /** Of whose loss; none: the class that is most probable, whichever that is. */
  class: wholeNumberOrNone(0, 999),
  /** The block that is read off, and whose map is shown large. */
  block: oneOf(flowBlocks, '2a'),
  norm: oneOf(normScales, 'absolute'),
  map: oneOf(gradientViews, 'sum'),
  input: oneOf(inputViews, 'sum'),
  /** How much the gradient covers the picture, in per cent. */
  blend: wholeNumber(0, 100, 75),
} as const;

const isSame = (one: FlowNetwork, other: FlowNetwork) => formatNetwork(one) === formatNetwork(other);

export class TrainedExperiment {
  readonly address: GradientsAddress<typeof trainedTable>;
  readonly flows: GradientFlows;

  readonly #page: GradientsPage;

  constructor(page: GradientsPage) {
    this.#page = page;
    this.address = page.address(trainedTable);
    this.flows = new GradientFlows(page.ask);
  }

  /** What is chosen beside the trained network; null when that is the trained network itself. */
  get changed(): FlowNetwork | null {
    const { network } = this.address.state;
    return isSame(network, trained) ? null : network;
  }

  /** Kept curves, without those that are there anyway. */
  get pinned(): readonly FlowNetwork[] {
    const { network, pins } = this.address.state;
    return pins.filter((one) => !isSame(one, network) && !isSame(one, trained));
  }

  /** The trained network first, then the chosen one, then those kept. */
  get networks(): readonly FlowNetwork[] {
    return [trained, ...(this.changed ? [this.changed] : []), ...this.pinned];
  }

  /** Asks for what is not there yet. To be called when anything of this changes. */
  follow(): void {
    const { explorer } = this.#page;
    const { networks } = this;
    const target = this.address.state.class;
    this.flows.follow({ run: explorer.run, ready: explorer.canBeAsked, target, networks });
  }

  choose(change: Partial<FlowNetwork>): void {
    const network = { ...this.address.state.network, ...change };
    const isScaled = network.branch !== 1 || network.shortcut !== 1;
    // A place without a factor says nothing, and would not be in the link.
    this.address.update({ network: isScaled || 'at' in change ? network : { ...network, at: null } });
  }

  toggle(block: BlockId): void {
    const { network } = this.address.state;
    this.address.update({ network: withCut(network, block, !network.cut.includes(block)) });
  }

  /** Whether the chosen network's curve can be kept. */
  get canPin(): boolean {
    const { network, pins } = this.address.state;
    return this.changed !== null && pins.length < mostPinned && !pins.some((one) => isSame(one, network));
  }

  pin(): void {
    const { network, pins } = this.address.state;
    if (this.canPin) this.address.update({ pins: [...pins, network] });
  }

  unpin(network: FlowNetwork): void {
    const { pins } = this.address.state;
    this.address.update({ pins: pins.filter((one) => !isSame(one, network)) });
  }

  dispose(): void {
    this.flows.dispose();
  }
}
