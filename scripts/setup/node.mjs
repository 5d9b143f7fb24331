import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../weights/stamp.mjs';
import { StepFailed } from './step.mjs';

/** Stops early, in words, where packages would stop late, in a stack trace. */
export function checkNode(version = process.versions.node) {
  /** @type {{ engines: { node: string } }} */
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (satisfies(version, engines.node)) return;
  throw new StepFailed(
    'Checking Node',
    `this is Node ${version}, and the project needs ${inWords(engines.node)}.`,
    'Install one from https://nodejs.org/ (with nvm: nvm install), then run this again.',
  );
}

/**
 * The two forms that `engines` has here: '^20.19.0' and '>=24.0.0', joined by '||'.
 *
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  const actual = numbers(version);
  return range.split('||').some((part) => {
    const [, operator, bound] = /^\s*(\^|>=)([\d.]+)\s*$/.exec(part) ?? [];
    if (!bound) throw new Error(`engines.node has a form that set-up does not know: ${part}`);
    const least = numbers(bound);
    return atLeast(actual, least) && (operator === '>=' || actual[0] === least[0]);
  });
}

/** @param {string} version */
const numbers = (version) => version.split(/[.-]/).slice(0, 3).map(Number);

/**
 * @param {number[]} a
 * @param {number[]} b
 */
function atLeast(a, b) {
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i] > b[i];
  return true;
}

/** @param {string} range */
function inWords(range) {
  const parts = range.split('||').map((part) => {
    const [major, minor] = numbers(part.replace(/[^\d.]/g, ''));
    return part.includes('^') ? `${major}.${minor} or later in its line` : `${major} or later`;
  });
  return `Node ${parts.join(', ')}`;
}
