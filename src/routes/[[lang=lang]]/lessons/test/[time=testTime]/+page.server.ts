import { course } from 'virtual:lessons/course';
import { lessonIds } from '$lib/lesson/course.ts';
import { turned, type SheetQuestion } from '$lib/lesson/courseTest.ts';
import type { Lesson } from '$lib/lesson/define.ts';
import type { TestTime } from '$lib/state/progressFile.ts';
import type { PageServerLoad } from './$types';

const lessons = import.meta.glob<Lesson>('/content/lessons/*.ts', { eager: true, import: 'default' });

/** One question of each lesson that is written, in one language: the page carries nothing else of them. */
export const load: PageServerLoad = ({ params }) => {
  const language = params.lang ?? 'en';
  const time: TestTime = params.time;
  const questions = lessonIds.flatMap((lesson, number): SheetQuestion[] => {
    const entry = course[language][lesson];
    if (!entry) return [];
    const { text, options, right } = lessons[`/content/lessons/${lesson}.ts`].test[time];
    const by = turned(
      number,
      options.map((option) => option.text.en),
    );
    const listed = [...options.slice(by), ...options.slice(0, by)];
    return [
      {
        lesson,
        title: entry.title,
        text: text[language],
        options: listed.map((option) => ({
          text: option.text[language],
          feedback: option.feedback[language],
        })),
        right: (right - by + options.length) % options.length,
      },
    ];
  });
  return { time, questions };
};
