import { spawn } from 'node:child_process';
import { root } from '../weights/stamp.mjs';

/** A step that did not succeed: which one, why, and what the reader can do. */
export class StepFailed extends Error {
  /**
   * @param {string} step what was being done: 'Installing packages'
   * @param {string} reason
   * @param {string} advice
   */
  constructor(step, reason, advice) {
    super(`${step} failed: ${reason}\n  ${advice}`);
    this.name = 'StepFailed';
  }
}

/**
 * Runs a JavaScript file in a Node of its own, without a shell, so the same on every system. Its output goes where
 * ours does.
 *
 * @param {string} script
 * @param {string[]} [args]
 * @param {NodeJS.ProcessEnv} [environment] added to ours
 * @returns {Promise<number>} the exit code; 1 when it was ended by a signal
 */
export function runNode(script, args = [], environment = {}) {
  return run(process.execPath, [script, ...args], environment);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<number>}
 */
export function run(program, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @param {string} line */
export function report(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * '4.2 s', '1 min 05 s'
 *
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
