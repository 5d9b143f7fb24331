/** What made a number, in one sentence. */
import type { audit } from '$lib/i18n/messages/audit.ts';
import type { Node } from '$lib/model/architecture/graph.ts';
import type { AuditReport } from '$lib/model/protocol.ts';

type Words = (typeof audit)['en']['sum']['does'];

/** @param factor as it is written */
export function madeBy(
  node: Node,
  { channel, audit: { terms } }: AuditReport,
  words: Words,
  factor: (value: number) => string,
): string {
  switch (node.kind) {
    case 'conv': {
      const positions = new Set(terms.map(({ row, column }) => `${row}.${column}`)).size;
      const onPadding = node.attributes.kernel ** 2 - positions;
      const sum = words.conv(terms.length, positions);
      return onPadding > 0 ? `${sum} ${words.padding(onPadding)}` : sum;
    }
    case 'add':
      return terms.length === 1 ? words.addOne : words.add;
    case 'maxPool':
    case 'globalAvgPool':
    case 'dense':
    case 'softmax':
      return words[node.kind](terms.length);
    case 'batchNorm':
    case 'relu':
      return words[node.kind];
    case 'scale': {
      const { channels } = node.attributes;
      if (channels && !channels.includes(channel)) return words.kept;
      return channels && node.attributes.factor === 0
        ? words.muted
        : words.scale(factor(node.attributes.factor));
    }
    default:
      return terms.length === 0 ? words.zero : words.passed;
  }
}
