import type { Graph } from '../architecture/graph.ts';
import { exportKeras } from './keras.ts';
import type { ExportOptions, ExportTarget } from './options.ts';
import { exportPyTorch } from './pytorch.ts';

export type { ExportOptions, ExportTarget, ExportWords, ShownValue } from './options.ts';

export const exportTargets: readonly ExportTarget[] = ['pytorch', 'keras'];

/**
 * A network as a program in Python that can be run as it is. @throws AtlasError unknownNode
 */
export function exportCode(graph: Graph, target: ExportTarget, options: ExportOptions): string {
  return target === 'pytorch' ? exportPyTorch(graph, options) : exportKeras(graph, options);
}
