/** The network of the site, and what follows from its graph alone. */
import { buildModel } from '../model/architecture/families.ts';
import { facts } from '../model/architecture/facts.ts';
import { network } from '../viz/layout.ts';
import { unitByNode } from '../viz/outline.ts';
import { nonNegativeNodes } from '../viz/sign.ts';

const graph = buildModel('resnet50');

export const resnet50 = network(graph);
export const resnet50Facts = facts(graph);
export const resnet50Units = unitByNode(resnet50.sections);

const { nodes } = resnet50Facts;
export const factsByNode = new Map(nodes.map((node) => [node.id, node]));

/** Nodes whose values cannot be negative. */
export const nonNegative = nonNegativeNodes(graph);
