import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, sum, withOutcome } from './reports.mjs';

const loaded = { status: 'passed', assertionResults: [{}] };

describe('countVitest', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [loaded],
  };

  it('counts skipped and planned tests together', () => {
    expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a file that did not load as a failure', () => {
    const testResults = [loaded, { status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...report, testResults }).failed).toBe(2);
  });
});

describe('countPlaywright', () => {
  it('counts errors outside of tests as failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 8, failed: 2, skipped: 2 });
  });
});

describe('withOutcome', () => {
  const counts = { passed: 3, failed: 0, skipped: 1 };

  it('makes a failed step a failure, once', () => {
    expect(withOutcome(counts, true)).toEqual(counts);
    expect(withOutcome(counts, false)).toEqual({ ...counts, failed: 1 });
    expect(withOutcome({ ...counts, failed: 2 }, false).failed).toBe(2);
    expect(withOutcome(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(withOutcome(undefined, true)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

it('sums', () => {
  const counts = { passed: 3, failed: 1, skipped: 2 };
  expect(sum([counts, counts])).toEqual({ passed: 6, failed: 2, skipped: 4 });
});
