import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import { DEFAULT_SEED } from '#sim/scenario/run-spec.ts';
import type { RunRequest } from '../session/run-state.ts';

/** A place in the run where the lesson has something to say: all beats that stand at one cursor. */
export interface Stop {
  readonly cursor: number;
  readonly beats: readonly PlacedBeat[];
}

/** The places where this run passes the lesson's beats, in the order it passes them. */
export function stopsOf(beats: readonly PlacedBeat[]): readonly Stop[] {
  const byCursor = new Map<number, PlacedBeat[]>();
  for (const beat of beats) {
    if (beat.cursor !== null) byCursor.set(beat.cursor, [...(byCursor.get(beat.cursor) ?? []), beat]);
  }
  return [...byCursor].map(([cursor, here]) => ({ cursor, beats: here })).sort((a, b) => a.cursor - b.cursor);
}

/** Position of the stop the reader is at or has last passed; -1 before the first. */
export function stopAt(stops: readonly Stop[], cursor: number): number {
  return stops.findLastIndex((stop) => stop.cursor <= cursor);
}

/**
 * Whether this is a run the lesson speaks about: the plain one or a case of it, with nothing changed by the reader. Every other run
 * is the sandbox, which is never asked anything (R3) and never told what may not be true of it.
 */
export function isLessonRun({ choices, seed, entries }: RunRequest): boolean {
  return Object.keys(choices).length === 0 && seed === DEFAULT_SEED && entries.length === 0;
}

export type Standing =
  /** The run gets there only further on, or not at all. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'locked'; readonly chosen: number; readonly answerAt: number | null }
  /** Chosen, and the run has shown what is right. */
  | { readonly kind: 'answered'; readonly chosen: number; readonly agrees: boolean };

/** Where a prediction stands for a reader at a cursor who chose an option, or null. Without a choice nothing is ever revealed. */
export function standingOf(placed: PlacedBeat, chosen: number | null, cursor: number): Standing {
  const { beat, answer } = placed;
  if (chosen === null || beat.predict === null || answer === null) return { kind: 'asked' };
  const decided = answer.right.includes(true);
  const elsewhere = beat.predict.in !== null && beat.predict.in !== beat.case;
  const shown = elsewhere || (answer.cursor !== null && cursor >= answer.cursor);
  if (decided && shown) return { kind: 'answered', chosen, agrees: answer.right[chosen] === true };
  return { kind: 'locked', chosen, answerAt: elsewhere ? null : answer.cursor };
}

/**
 * The predictions on show: those of the stop the reader is at, those still waiting for the run's answer, and those whose answer came
 * since that stop. So a prediction stays in sight while its result arrives (R1).
 */
export function predictionsInSight(stops: readonly Stop[], cursor: number): readonly PlacedBeat[] {
  const at = stopAt(stops, cursor);
  const here = stops[at];
  if (here === undefined) return [];
  return stops
    .slice(0, at + 1)
    .flatMap(({ beats }) => beats)
    .filter(({ beat, answer, cursor: asked }) => {
      if (beat.predict === null) return false;
      const answerAt = answer?.cursor ?? null;
      return asked === here.cursor || (answerAt !== null && (answerAt > cursor || answerAt >= here.cursor));
    });
}

/** What to take along from a stop, but not while something in sight is still being asked: a summary would answer it. */
export function takeawaysAt(
  stop: Stop | undefined,
  inSight: readonly PlacedBeat[],
  answers: Readonly<Record<string, number>>,
): readonly string[] {
  if (inSight.some(({ index }) => answers[String(index)] === undefined)) return [];
  return stop?.beats.flatMap(({ beat }) => beat.takeaways) ?? [];
}

/** What a stop tells; null where it only asks or sums up. */
export function saidAt(stop: Stop | undefined): string | null {
  const said = stop?.beats.flatMap(({ beat }) => beat.say ?? []) ?? [];
  return said.length === 0 ? null : said.join(' ');
}

/** The first sentence is the title of a beat, the rest its text. A full stop inside `code` ends nothing. */
export function titleAndText(say: string): { readonly title: string; readonly text: string } {
  const end = /^(?:`[^`]*`|[^`])*?[.!?:](?=\s)/u.exec(say)?.[0] ?? say;
  return { title: end.trim().replace(/[.:]$/u, ''), text: say.slice(end.length).trim() };
}
