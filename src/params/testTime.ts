import { testTimes, type TestTime } from '$lib/state/progressFile.ts';

/** Before or after the course. */
export function match(parameter: string): parameter is TestTime {
  return (testTimes as readonly string[]).includes(parameter);
}
