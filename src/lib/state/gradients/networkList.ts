/** Changes to the list of networks. Pure functions: a list, or null where the change cannot be made. */
import {
  formatConfiguration,
  inits,
  mostConfigurations,
  nets,
  norms,
  sizes,
  type NetworkConfiguration,
} from './networkConfiguration.ts';

export type NetworkList = readonly NetworkConfiguration[];

const has = (list: NetworkList, one: NetworkConfiguration) =>
  list.some((other) => formatConfiguration(other) === formatConfiguration(one));

/** The list with another network in this place; null when the same is already in it. */
export function withChanged(
  list: NetworkList,
  index: number,
  next: NetworkConfiguration,
): NetworkList | null {
  const others = list.filter((_, i) => i !== index);
  return has(others, next) ? null : list.with(index, next);
}

/** The list with these behind it, without those that it has; null when there is no room for all of them. */
export function withAll(list: NetworkList, more: NetworkList): NetworkList | null {
  const all = [...list, ...more.filter((one) => !has(list, one))];
  return all.length > mostConfigurations ? null : all;
}

/** The first network that is not in the list, for a reader who adds one. */
export function another(list: NetworkList): NetworkConfiguration {
  const all = inits.flatMap((init) =>
    sizes.flatMap((size) =>
      norms.flatMap((norm) =>
        nets.map((net): NetworkConfiguration => ({ size, net, norm, init, zeroGamma: false, alpha: 1 })),
      ),
    ),
  );
  return all.find((one) => !has(list, one))!;
}
