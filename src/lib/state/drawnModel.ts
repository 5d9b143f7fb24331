/** Another network of the family, which is drawn and costed but not run: its weights are not here. */
import { buildModel, modelNames } from '../model/architecture/families.ts';
import type { Parameter } from './parameters.ts';
import { shownNetwork, type ShownNetwork } from './shownNetwork.ts';

/** The network that runs. */
export const runningModel = 'resnet50';

export interface ModelChoice {
  readonly name: string;
  /** The chosen node of it; null for its first convolution. */
  readonly node: string | null;
}

let last: { readonly name: string; readonly network: ShownNetwork } | null = null;

/** A network by its name, which must be one of `modelNames`; the last one is kept. */
export function drawnModel(name: string): ShownNetwork {
  if (last?.name !== name) last = { name, network: shownNetwork(buildModel(name)) };
  return last.network;
}

/** The node that is chosen as long as none is. */
export function firstNode({ graph }: ShownNetwork): string {
  return (graph.nodes.find(({ kind }) => kind === 'conv') ?? graph.nodes[0]).id;
}

/** 'resnet152', or with a node of it 'resnet152,res4b12'. */
export const modelParameter: Parameter<ModelChoice | null> = {
  fallback: null,
  parse: (text) => {
    const [name, node = null, ...rest] = text.split(',');
    if (rest.length > 0 || !modelNames.includes(name)) return undefined;
    if (name === runningModel) return null;
    return { name, node: node !== null && drawnModel(name).factsByNode.has(node) ? node : null };
  },
  format: (value) => (value === null ? '' : value.node === null ? value.name : `${value.name},${value.node}`),
  leftOut: (text) => {
    const [name, node] = text.split(',');
    const isKnown = name !== runningModel && drawnModel(name).factsByNode.has(node);
    return node === undefined || isKnown ? '' : node;
  },
};
