import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LessonProgress } from './lessonProgress.svelte.ts';

/** As the browser's, as far as it is used here. */
function storage(refuses = false) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => {
      if (refuses) throw new DOMException('refused');
      return kept.get(key) ?? null;
    },
    setItem: (key: string, text: string) => {
      if (refuses) throw new DOMException('refused');
      kept.set(key, text);
    },
  };
}

function restored(): LessonProgress {
  const progress = new LessonProgress();
  progress.restore();
  return progress;
}

describe('kept on the device', () => {
  beforeEach(() => vi.stubGlobal('localStorage', storage()));

  test('what was done is there at the next visit', () => {
    const progress = restored();
    progress.open('fog');
    progress.predict('fog', 2);
    progress.ran('fog', false);
    progress.answer('fog', 'a', 1, true);
    progress.answer('fog', 'b', 0, false);
    progress.finish('fog');
    const next = restored();
    expect(next.lessons).toEqual(progress.lessons);
    expect(next.of('fog')).toMatchObject({ prediction: 2, cameTrue: false });
    expect(next.rightAnswers('fog')).toBe(1);
    expect(next.of('feeding')).toEqual({});
  });

  test('the first opening counts, and an answer can be changed', () => {
    const progress = restored();
    progress.open('fog');
    const { opened } = progress.of('fog');
    progress.answer('fog', 'a', 0, false);
    progress.answer('fog', 'a', 1, true);
    progress.open('fog');
    expect(progress.of('fog')).toEqual({ opened, answers: { a: { option: 1, right: true } } });
  });

  test('two tabs do not undo each other', () => {
    const [first, second] = [restored(), restored()];
    first.predict('fog', 1);
    second.predict('feeding', 0);
    expect(second.lessons).toEqual({ fog: { prediction: 1 }, feeding: { prediction: 0 } });
  });

  test('done can be taken back', () => {
    const progress = restored();
    progress.finish('fog');
    expect(progress.of('fog').done).toBeDefined();
    progress.finish('fog', false);
    expect(restored().of('fog').done).toBeUndefined();
  });

  test('a saved file is taken on another device; a bad one changes nothing', () => {
    const first = restored();
    first.predict('fog', 1);
    const file = first.file();
    vi.stubGlobal('localStorage', storage());
    const second = restored();
    second.predict('feeding', 0);
    expect(() => second.take('{}', 'other.json')).toThrow();
    expect(second.lessons).toEqual({ feeding: { prediction: 0 } });
    second.take(file, 'progress.json');
    expect(restored().lessons).toEqual({ fog: { prediction: 1 }, feeding: { prediction: 0 } });
    second.clear();
    expect(restored().lessons).toEqual({});
  });

  test('a test is kept while it is answered, handed in, and can be taken again', () => {
    const progress = restored();
    progress.answerTest('before', 'fog', { option: 1, right: false });
    progress.answerTest('before', 'transfer', { option: 1, right: false });
    progress.answerTest('before', 'fog', { option: 2, right: true });
    progress.answerTest('before', 'feeding', { option: 0, right: false });
    progress.answerTest('before', 'transfer', null);
    progress.finishTest('before');
    progress.finishTest('after');
    const next = restored();
    expect(next.tests).toEqual(progress.tests);
    expect(next.tests.before?.answers).toEqual({
      fog: { option: 2, right: true },
      feeding: { option: 0, right: false },
    });
    expect(next.tests.before?.finished).toBeDefined();
    expect(next.tests.after?.answers).toEqual({});
    next.clearTest('before');
    expect(restored().tests.before).toBeUndefined();
    expect(restored().tests.after).toBeDefined();
    next.clear();
    expect(restored().tests).toEqual({});
  });

  test('what this program has not written is left out of account', () => {
    localStorage.setItem('resnet-atlas.lessons', '{"broken":');
    expect(restored().lessons).toEqual({});
  });
});

test('where storage is refused it holds for the visit', () => {
  vi.stubGlobal('localStorage', storage(true));
  const progress = restored();
  progress.predict('fog', 1);
  progress.answer('fog', 'a', 1, true);
  expect(progress.of('fog')).toEqual({ prediction: 1, answers: { a: { option: 1, right: true } } });
});
