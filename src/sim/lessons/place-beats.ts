import type { Trace } from '../trace/trace.ts';
import { cursorOf } from './anchors.ts';
import { gradePrediction, type OtherRuns } from './grading.ts';
import type { Beat, Lesson, PlacedBeat } from './lesson.ts';
import {
  allVariations,
  anchorOfAnswer,
  caseOfAnswer,
  type RunVariation,
  runVariations,
  variationKey,
} from './variations.ts';

/**
 * Finds the beats of one run in its trace: those of the case it is, or of the plain run for `null`. A beat that the run
 * never passes has no cursor. Answers that need another run stay open; `gradeBeats` closes them.
 */
export function placeBeats(lesson: Lesson, trace: Trace, caseId: string | null): readonly PlacedBeat[] {
  return beatsOf(lesson, caseId).map(({ beat, index }) => place(beat, index, trace, new Map()));
}

/** Like `placeBeats`, and runs what answers and options take from other runs: each needed run once. */
export async function gradeBeats(
  lesson: Lesson,
  trace: Trace,
  caseId: string | null,
  runOther: RunVariation,
): Promise<readonly PlacedBeat[]> {
  const beats = beatsOf(lesson, caseId);
  const others = await runVariations(
    beats.flatMap(({ beat }) => allVariations(beat)),
    runOther,
  );
  return beats.map(({ beat, index }) => place(beat, index, trace, others));
}

function beatsOf(lesson: Lesson, caseId: string | null): readonly { readonly beat: Beat; readonly index: number }[] {
  return lesson.beats.map((beat, index) => ({ beat, index })).filter(({ beat }) => beat.case === caseId);
}

function place(beat: Beat, index: number, trace: Trace, others: OtherRuns): PlacedBeat {
  return { beat, index, cursor: cursorOf(beat.at, trace), answer: answer(beat, trace, others) };
}

/** The answer shows in this run, or in the case the prediction is `in`; then the cursor is one of that run. */
function answer(beat: Beat, trace: Trace, others: OtherRuns): PlacedBeat['answer'] {
  if (beat.predict === null) return null;
  const shownIn = caseOfAnswer(beat);
  const shown = shownIn === beat.case ? trace : others.get(variationKey({ caseId: shownIn, choices: {} }));
  const cursor = shown === undefined ? null : cursorOf(anchorOfAnswer(beat), shown);
  return { cursor, ...gradePrediction(beat, beat.predict, shown, others) };
}
