/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * The parts of Vitest's JSON report that are counted.
 *
 * @typedef {{
 *   numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults: { status: string, assertionResults: unknown[] }[],
 * }} VitestReport
 */

/**
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests = 0,
  testResults,
}) {
  // A file that does not even load has no tests to fail.
  const unloaded = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length);
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  };
}

/**
 * The parts of Playwright's JSON report that are counted.
 *
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport
 */

/**
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    // Errors outside of any test: a file that does not load, a server that does not start.
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * A step's counts. One that failed counts at least one failure, whatever its report says; one without tests counts
 * nothing when it passed.
 *
 * @param {Counts | undefined} counts undefined when there is no report
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function withOutcome(counts = { passed: 0, failed: 0, skipped: 0 }, succeeded) {
  return succeeded || counts.failed ? counts : { ...counts, failed: 1 };
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
