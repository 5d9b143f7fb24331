/** The network of the site, and what follows from its graph alone. */
import { buildModel } from '../model/architecture/families.ts';
import { shownNetwork } from './shownNetwork.ts';

export const resnet50 = shownNetwork(buildModel('resnet50'));
export const resnet50Facts = resnet50.facts;
export const resnet50Units = resnet50.unitOf;
export const { factsByNode, nonNegative } = resnet50;
