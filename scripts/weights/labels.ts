import { AtlasError } from '../../src/lib/model/errors.ts';
import { parseLabels } from '../../src/lib/model/weights/parseManifest.ts';

const file = 'labels.json';

/**
 * Class names by index, from the forms in which people keep them: a list; `{"0": "tench"}`;
 * `{"0": ["n01440764", "tench"]}` (Keras' ImageNet list); `{"tench": 0}` (Keras' `class_indices`).
 *
 * @param value parsed labels.json; undefined where there is none: 'class 0', 'class 1' …
 * @throws AtlasError 'weightsManifest'
 */
export function readLabels(value: unknown, classes: number): string[] {
  if (value === undefined) return Array.from({ length: classes }, (_, i) => `class ${i}`);
  return parseLabels(Array.isArray(value) ? value : byIndex(value), classes, file);
}

function byIndex(value: unknown): unknown[] {
  const labels: unknown[] = [];
  for (const [key, entry] of Object.entries(value ?? {})) {
    const [index, label] = Number.isInteger(entry)
      ? [entry, key]
      : [key, Array.isArray(entry) ? entry[1] : entry];
    if (!/^\d{1,6}$/.test(String(index)) || Number(index) in labels) {
      const reason = `it is neither a list of class names nor an object of them by index (${JSON.stringify(key)})`;
      throw new AtlasError('weightsManifest', { file, reason });
    }
    labels[Number(index)] = label;
  }
  // Turns gaps into undefined, which is no name.
  return Array.from(labels);
}
