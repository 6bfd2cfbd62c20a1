import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import type { Step } from '#sim/trace/step.ts';

/** Where a press takes the cursor; null when there is nothing to go to, and the control is disabled. */
export type Move = number | null;

/** The next narrated step behind the cursor. */
export function nextBeat(cursor: number, beats: readonly PlacedBeat[]): Move {
  const later = beats.flatMap((beat) => (beat.cursor !== null && beat.cursor > cursor ? [beat.cursor] : []));
  return later.length === 0 ? null : Math.min(...later);
}

/** The narrated step before the cursor. */
export function previousBeat(cursor: number, beats: readonly PlacedBeat[]): Move {
  const earlier = beats.flatMap((beat) => (beat.cursor !== null && beat.cursor < cursor ? [beat.cursor] : []));
  return earlier.length === 0 ? null : Math.max(...earlier);
}

/** The step that made the one at the cursor happen. */
export function causeOf(cursor: number, steps: readonly Step[]): Move {
  return steps[cursor - 1]?.cause ?? null;
}

/** The breakpoint a run to the next one stops at; the end of the run when none is left. */
export function nextBreakpoint(cursor: number, breakpoints: readonly number[], count: number): Move {
  if (cursor >= count) return null;
  return breakpoints.find((mark) => mark > cursor && mark <= count) ?? count;
}

/** The neighbouring step in one service's lane. */
export function neighbourOn(actor: string, cursor: number, steps: readonly Step[], towards: 1 | -1): Move {
  for (let index = cursor - 1 + towards; index >= 0 && index < steps.length; index += towards) {
    const step = steps[index];
    if (step?.actor === actor) return step.number;
  }
  return null;
}
