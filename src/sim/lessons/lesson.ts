import type { Json } from '../model/json.ts';
import type { Selector } from '../scenario/plan.ts';
import type { Ask } from '../scenario/scenario.ts';

export type Anchor =
  { readonly kind: 'start' } | { readonly kind: 'end' } | { readonly kind: 'selector'; readonly selector: Selector };

export interface PredictOption {
  readonly text: string;
  readonly value: Json | undefined;
  readonly right: boolean;
  /** Misconception id, `M04`. */
  readonly because: string | null;
  /** The value comes from a run with these choices. */
  readonly from: { readonly choices: Readonly<Record<string, string>> } | null;
}

export interface Prediction {
  readonly ask: string;
  readonly options: readonly PredictOption[];
  readonly read: readonly Ask[];
  /** Expression with `=`, or null when an option says it is right. */
  readonly answer: string | null;
  readonly by: Anchor | null;
  readonly in: string | null;
}

export interface Beat {
  readonly at: Anchor;
  /** The run it belongs to: a case id, or null for the plain one. */
  readonly case: string | null;
  readonly say: string | null;
  readonly look: { readonly panel: string | null; readonly tables: readonly string[] } | null;
  readonly predict: Prediction | null;
  readonly try: {
    readonly case: string | null;
    readonly choices: Readonly<Record<string, string>>;
    readonly ask: string;
  } | null;
  readonly reveal: string | null;
  readonly takeaways: readonly string[];
}

export interface Lesson {
  readonly beats: readonly Beat[];
}

/** A beat found in a trace. `cursor` is the step it stands at (0 for `start`); null when the run never passes it. */
export interface PlacedBeat {
  readonly beat: Beat;
  /** Position in the lesson, from 0: how links and progress name it. */
  readonly index: number;
  readonly cursor: number | null;
  /** Where the answer shows, and what the run says. Null for a beat without a prediction. */
  readonly answer: {
    readonly cursor: number | null;
    readonly value: Json | undefined;
    readonly right: readonly boolean[];
    readonly texts: readonly string[];
  } | null;
}
