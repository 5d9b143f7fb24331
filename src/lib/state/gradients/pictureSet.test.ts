import { expect, it } from 'vitest';
import { Superseded } from '../../model/client.ts';
import { AtlasError } from '../../model/errors.ts';
import { ownPicture } from '../pictureSource.ts';
import { settle } from '../testing/scriptedClient.ts';
import { PictureSet } from './pictureSet.svelte.ts';

const sources = ['a.png', 'b.png', 'c.png'].map((name) => ownPicture(new File(['x'], name)));

/** A set of three pictures, and the measurements that a test has yet to answer. */
function begun() {
  const set = new PictureSet<number>();
  set.choose(sources);
  const asked: {
    name: string;
    signal: AbortSignal;
    answer: (n: number) => void;
    fail: (e: unknown) => void;
  }[] = [];
  const measurement = (key: string) => ({
    key,
    measure: ({ name }: { name: string }, signal: AbortSignal) =>
      new Promise<number>((answer, fail) => void asked.push({ name, signal, answer, fail })),
  });
  return { set, asked, measurement };
}

it('measures one picture after the other, in order, and says how far it is', async () => {
  const { set, asked, measurement } = begun();
  const running = set.run(measurement('k'));
  for (const [at, { name }] of sources.entries()) {
    await settle();
    expect(asked).toHaveLength(at + 1);
    expect([asked[at].name, set.done, set.running, set.complete]).toEqual([name, at, true, false]);
    asked[at].answer(10 * at);
  }
  await running;
  expect(set.results).toEqual([0, 10, 20]);
  expect([set.done, set.running, set.complete]).toEqual([3, false, true]);
});

it('tells of a picture that cannot be used, and goes on with the others', async () => {
  const { set, asked, measurement } = begun();
  const running = set.run(measurement('k'));
  await settle();
  asked[0].fail(new AtlasError('pictureUnreadable', { name: 'a.png' }));
  await settle();
  asked[1].answer(1);
  await settle();
  asked[2].answer(2);
  await running;
  expect(set.members[0].error).toMatchObject({ code: 'pictureUnreadable' });
  expect([set.results, set.done, set.complete, set.error]).toEqual([[1, 2], 3, true, null]);
});

it('keeps what has been measured when it is cancelled, and goes on from there', async () => {
  const { set, asked, measurement } = begun();
  void set.run(measurement('k'));
  await settle();
  asked[0].answer(7);
  await settle();
  set.cancel();
  expect([asked[1].signal.aborted, set.running]).toEqual([true, false]);
  // An answer that comes too late is dropped.
  asked[1].answer(99);
  await settle();
  expect(set.results).toEqual([7]);
  const running = set.run(measurement('k'));
  await settle();
  expect(asked[2].name).toBe('b.png');
  asked[2].answer(8);
  await settle();
  asked[3].answer(9);
  await running;
  expect(set.results).toEqual([7, 8, 9]);
});

it('forgets results of other settings and other pictures', async () => {
  const { set, asked, measurement } = begun();
  void set.run(measurement('one'));
  await settle();
  asked[0].answer(7);
  await settle();
  set.follow('one');
  expect(set.results).toEqual([7]);
  set.follow('two');
  expect([set.results, set.running, asked[1].signal.aborted]).toEqual([[], false, true]);
  set.choose(sources.slice(1));
  expect(set.members.map(({ source }) => source.name)).toEqual(['b.png', 'c.png']);
});

it('ends on an error that is not of a picture; a superseded request is none', async () => {
  const { set, asked, measurement } = begun();
  const failing = set.run(measurement('k'));
  await settle();
  asked[0].fail(new AtlasError('workerCrashed', { reason: 'test' }));
  await failing;
  expect([set.error?.code, set.running, set.done]).toEqual(['workerCrashed', false, 0]);
  const superseded = set.run(measurement('k'));
  await settle();
  expect(set.error).toBeNull();
  asked[1].fail(new Superseded());
  await superseded;
  expect([set.error, set.running, set.done]).toEqual([null, false, 0]);
});
