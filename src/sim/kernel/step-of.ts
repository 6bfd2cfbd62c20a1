import type { StepNumber } from '../model/ids.ts';
import type { Instant } from '../model/time.ts';
import type { Step } from '../trace/step.ts';
import type { Home, Note } from './effect.ts';

/** The step that a note becomes once it has a number, a time (virtual ms) and a cause. */
export function stepOf(home: Home, note: Note, number: StepNumber, at: Instant, cause: StepNumber | null): Step {
  const { happening, points = [] } = note;
  /* The happening comes last: copying it into a step of one shape is ten times as fast as shaping each step anew. Its own
   * `instance`, of a crash say, is another one than that of whoever records it. */
  return {
    number,
    at,
    cause,
    actor: note.actor ?? home.actor,
    instance: home.instance,
    part: home.part,
    point: points[0] ?? null,
    points: [...points],
    line: note.line ?? null,
    about: note.about ?? {},
    ...happening,
  };
}
