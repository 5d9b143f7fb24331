import { code } from '../../src/lib/i18n/messages/code.ts';
import { interventions } from '../../src/lib/i18n/messages/interventions.ts';
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { applyRewrites } from '../../src/lib/model/architecture/rewrites.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { exportCode, exportTargets } from '../../src/lib/model/export/export.ts';
import { readArguments, readRewrites, rewriteOptions, rewriteUsage } from './arguments.ts';

export const usage = `export --to pytorch|keras [--model resnet50] [--node res4d] ${rewriteUsage} [--json]`;

/** The network as a program in Python: the one that the explorer shows. */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('export', args, {
    model: { type: 'string', default: 'resnet50' },
    to: { type: 'string' },
    node: { type: 'string' },
    ...rewriteOptions,
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'export' });
  if (values.to === undefined) throw new AtlasError('missingValue', { option: '--to' });
  const to = exportTargets.find((target) => target === values.to);
  if (!to)
    throw new AtlasError('invalidValue', {
      option: '--to',
      value: values.to,
      expected: exportTargets.join(', '),
    });
  const trained = buildModel(values.model);
  const rewrites = readRewrites(trained, values);
  const program = exportCode(applyRewrites(trained, rewrites), to, {
    words: code.en.comments,
    node: values.node,
    changes: rewrites.map((rewrite) => interventions.en.chip(rewrite)),
  });
  return { result: { model: trained.name, to, code: program }, text: () => program.trimEnd() };
}
