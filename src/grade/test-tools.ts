/** Two small exercises that the tests mark answers to. Not part of the program. */
import type { Language } from '../transcript/transcript.ts';
import type { Sheet } from './answers.ts';
import { grade } from './grade.ts';
import { type LoadedExercise, parseExercise } from './load.ts';
import type { Mark } from './mark.ts';

export const ZH = `exercise: pairs
title: 抢修用语
language: zh
pack: zh/core
items:
  - id: q1
    situation: 客户抱怨频繁跳电,您如何回答?
    points: 10
    steps:
      - {step: 致歉, points: 4, any: [<apology>], feedback: 先致歉。}
      - {step: 查明原因, points: 4, any: [(查|查找|核实)…(原因|线路)]}
      - {step: 道别, points: 2, any: [<farewell>]}
    forbid:
      - {phrases: [线路老化], points: 3, feedback: 不要推给设备。}
      - {phrases: [偷电], veto: true}
    model: 非常抱歉,我们马上查找跳电的原因,感谢您的理解,再见。
    length: {min: 10, max: 60}
  - id: q2
    situation: 客户对您说谢谢,您如何回答?
    points: 5
    steps: [{step: 谦辞, points: 5, any: [不客气, 应该的]}]
    model: [不客气再见。, 这是我们应该的。]
`;

export const EN = `exercise: desk
title: Help desk
language: en
pack: en/core
items:
  - id: h1
    situation: The customer says that the parcel is two weeks late. How do you answer?
    points: 10
    steps:
      - {step: apology, points: 4, any: [<sorry>], feedback: Apologise first.}
      - {step: action, points: 4, any: [(check|trace|chase)…20 (parcel|order|courier)]}
      - {step: farewell, points: 2, any: [<goodbye>]}
    model: I'm sorry about the delay. I will trace your parcel with the courier right now. Thank you for your patience.
    length: {min: 8, max: 60}
`;

const loaded = new Map<string, Promise<LoadedExercise>>();

/** The exercise, compiled once for all tests of a file. */
export function exerciseOf(yaml: string): Promise<LoadedExercise> {
  const known = loaded.get(yaml) ?? parseExercise('exercise.yaml', yaml);
  loaded.set(yaml, known);
  return known;
}

export const sheet = (trainee: string, answers: Record<string, string>): Sheet => ({
  trainee,
  file: `${trainee}.txt`,
  answers: Object.entries(answers).map(([item, text], index) => ({ item, text, line: index + 1 })),
  irregularities: [],
});

/** @returns the mark of one answer, to the first item where none is named */
export async function marked(language: Language, text: string, item?: string): Promise<Mark> {
  const exercise = await exerciseOf({ zh: ZH, en: EN }[language]);
  const id = item ?? exercise.exercise.items[0]!.id;
  const book = grade(exercise, [sheet('x', { [id]: text })]);
  return book.sheets[0]!.marks.find((mark) => mark.item === id)!;
}
