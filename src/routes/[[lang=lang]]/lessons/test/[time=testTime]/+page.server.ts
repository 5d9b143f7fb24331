import { course } from 'virtual:lessons/course';
import { lessonIds } from '$lib/lesson/course.ts';
import type { SheetQuestion } from '$lib/lesson/courseTest.ts';
import type { Lesson } from '$lib/lesson/define.ts';
import type { TestTime } from '$lib/state/progressFile.ts';
import type { PageServerLoad } from './$types';

const lessons = import.meta.glob<Lesson>('/content/lessons/*.ts', { eager: true, import: 'default' });

/** One question of each lesson that is written, in one language: the page carries nothing else of them. */
export const load: PageServerLoad = ({ params }) => {
  const language = params.lang === 'zh' ? 'zh' : 'en';
  const time: TestTime = params.time;
  const questions = lessonIds.flatMap((lesson): SheetQuestion[] => {
    const entry = course[language][lesson];
    if (!entry) return [];
    const { text, options, right } = lessons[`/content/lessons/${lesson}.ts`].test[time];
    return [
      {
        lesson,
        title: entry.title,
        text: text[language],
        options: options.map((option) => ({
          text: option.text[language],
          feedback: option.feedback[language],
        })),
        right,
      },
    ];
  });
  return { time, questions };
};
