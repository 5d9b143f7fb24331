/** A network that is looked into, node by node and number by number: what its panels need of a page. */
import type { Ask } from './addition.svelte.ts';
import { NumberAudit, type NetworkUnit } from './audit.svelte.ts';
import { NodeGradients } from './channelGradients.svelte.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { Interventions } from './interventions.svelte.ts';
import type { ShownNetwork } from './shownNetwork.ts';
import type { ExploreState } from './url.ts';
import type { PictureChannels } from '../viz/pictureChannels.ts';

/** What is chosen, as far as panels of one node read it. */
export type InspectedState = Pick<
  ExploreState,
  'node' | 'channel' | 'cell' | 'tab' | 'sort' | 'scale' | 'blend'
>;

export abstract class InspectedPage {
  abstract readonly explorer: Explorer;
  abstract readonly interventions: Interventions;
  /** What is chosen, and in the URL. */
  abstract readonly address: { update(change: Partial<InspectedState>): void };
  abstract readonly state: InspectedState;
  /** The network as the interventions have made it. */
  abstract readonly network: ShownNetwork;
  /** The same before any. */
  abstract readonly trained: ShownNetwork;
  abstract readonly pictureChannels: PictureChannels;
  /** Of the classes' names; null: the page's own. */
  readonly nameLanguage: string | null = null;
  /** A node that was chosen and is no longer there, and what is chosen in its place. */
  moved = $state.raw<{ readonly from: string; readonly to: string } | null>(null);
  readonly audit: NumberAudit;
  readonly gradients: NodeGradients;

  constructor() {
    const ask: Ask = (name, request, options) => this.explorer.ask(name, request, options);
    this.audit = new NumberAudit(ask);
    this.gradients = new NodeGradients(ask);
  }

  /** The unit whose number is taken apart: a cell of a map, or an entry of a vector; null when none is chosen. */
  get unit(): NetworkUnit | null {
    const { node, channel, cell } = this.state;
    const { shape } = this.network.factsByNode.get(node)!;
    if (shape.length === 3) return cell && { node, ...cell, channel: channel ?? 0 };
    return channel === null ? null : { node, row: 0, column: 0, channel };
  }

  chooseNode(node: string): void {
    if (node === this.state.node) return;
    this.moved = null;
    this.address.update({ node, channel: null, cell: null });
    this.explorer.choose(node);
  }

  /** Chooses one number, and the node it belongs to. */
  chooseUnit({ node, row, column, channel }: NetworkUnit): void {
    if (node !== this.state.node) this.moved = null;
    const isMap = this.network.factsByNode.get(node)!.shape.length === 3;
    this.address.update({ node, channel, cell: isMap ? { row, column } : null, tab: 'activations' });
    this.explorer.choose(node);
  }

  /**
   * Asks for what is wanted of the last pass and is not there yet. To be called when anything of this changes.
   * @param pass `run` counts passes; `done`: it has ended and can be asked
   */
  follow({ run, done }: { readonly run: number; readonly done: boolean }): void {
    const { unit, state } = this;
    const isPicture = unit?.node === this.network.graph.nodes[0].id;
    this.audit.follow({ run, done, unit: isPicture ? null : unit });
    const target = this.explorer.report?.top[0].index;
    const isWanted =
      state.sort === 'gradient' && this.network.factsByNode.get(state.node)!.shape.length === 3;
    this.gradients.follow({
      run,
      done,
      of: isWanted && target !== undefined ? { node: state.node, target } : null,
    });
  }

  /** Chooses one of the numbers that the chosen one was made of; `walkBack` returns. */
  walkTo(unit: NetworkUnit): void {
    // A sum of the pass before may name what an intervention has taken away since.
    if (!this.network.unitOf.has(unit.node)) return;
    if (this.unit) this.audit.step(this.unit, unit);
    this.chooseUnit(unit);
  }

  walkBack(): void {
    const unit = this.audit.back();
    // An intervention may have taken it away meanwhile.
    if (unit && this.network.unitOf.has(unit.node)) this.chooseUnit(unit);
  }

  /** In place of a node that an intervention has taken away, its block's output. */
  protected chooseWhatIsThere(): void {
    const from = this.state.node;
    if (this.network.unitOf.has(from)) return;
    const before = this.trained.unitOf.get(from.replace(/_(mute|branch_scale|shortcut_scale)$/, ''))!;
    const to = this.network.unitOf.get(before.output)!.output;
    this.address.update({ node: to, channel: null, cell: null });
    this.explorer.choose(to);
    this.moved = { from, to };
  }

  dispose(): void {
    this.audit.dispose();
    this.gradients.dispose();
    this.explorer.dispose();
  }
}
