import { RunFailure } from '#host/in-process.ts';
import { answerOf } from '#sim/lessons/grading.ts';
import type { Lesson, PlacedBeat } from '#sim/lessons/lesson.ts';
import { gradeBeats } from '#sim/lessons/place-beats.ts';
import { anchorOfAnswer, caseOfAnswer } from '#sim/lessons/variations.ts';
import type { Diagnostic } from '#sim/scenario/diagnostic.ts';
import type { CaseRuns } from './case-runs.ts';
import { error, type Finding, type Locator } from './locate.ts';

/** Looks for every beat of a lesson in the run it belongs to, and lets that run grade every question. */
export async function lessonFindings(lesson: Lesson, runs: CaseRuns, locator: Locator): Promise<readonly Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const caseId of new Set(lesson.beats.map((beat) => beat.case))) {
    try {
      const trace = await runs.run({ caseId, choices: {} });
      const placed = await gradeBeats(lesson, trace, caseId, runs.run);
      for (const beat of placed) findings.push(...(await beatFindings(beat, runs, locator)));
    } catch (problem) {
      if (!(problem instanceof RunFailure)) throw problem;
    }
  }
  return findings;
}

async function beatFindings(placed: PlacedBeat, runs: CaseRuns, locator: Locator): Promise<readonly Diagnostic[]> {
  const under = ['beats', placed.index];
  const findings: Diagnostic[] = [];
  if (placed.cursor === null) findings.push(locator.at([...under, 'at'], UNREACHABLE));
  const graded = await gradingFinding(placed, runs);
  if (graded !== null) findings.push(locator.at([...under, 'predict', ...graded.path], graded.found));
  return findings;
}

const UNREACHABLE = error('anchor-unreachable', 'No run reaches this point.');

async function gradingFinding(
  { beat, answer }: PlacedBeat,
  runs: CaseRuns,
): Promise<{ readonly path: readonly string[]; readonly found: Finding } | null> {
  if (beat.predict === null || answer === null) return null;
  if (answer.cursor === null) return { path: ['by'], found: UNREACHABLE };
  if (beat.predict.answer !== null && answer.value === undefined) {
    const shown = await runs.run({ caseId: caseOfAnswer(beat), choices: {} });
    const computed = answerOf(beat.predict, anchorOfAnswer(beat), shown);
    return {
      path: ['answer'],
      found: error('lesson-ungraded', computed.ok ? 'Nothing is computed.' : computed.problem),
    };
  }
  const right = answer.right.filter((one) => one).length;
  if (right === 1) return null;
  const says = answer.value === undefined ? '' : ` The run says ${JSON.stringify(answer.value)}.`;
  const found = error(
    'lesson-ungraded',
    `${right === 0 ? 'No option is right.' : `${String(right)} options are right.`}${says}`,
  );
  return { path: ['options'], found };
}
