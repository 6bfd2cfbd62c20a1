import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isRecord, keep, readKept } from './browser-store.ts';

/** How far the reader came in a scenario, and how to get back there. */
export interface Visit {
  /** Furthest beat reached, from 1; 0 before the first. */
  readonly beat: number;
  readonly beats: number;
  readonly step: number;
  readonly steps: number;
  /** The whole address, `#/play/…`: the run and the place in it. */
  readonly link: string;
  /** Reached the end of the lesson once. */
  readonly done: boolean;
  /** Higher is later: which one to continue. */
  readonly turn: number;
  /** Chosen option by beat, both from 0: predictions that were locked. */
  readonly answers: Readonly<Record<string, number>>;
}

export type Standing = 'new' | 'started' | 'halfway' | 'done';

export interface Progress {
  readonly visits: Readonly<Record<string, Visit>>;
  /** The reader stands here now. `beat` only grows. */
  readonly visit: (id: string, at: Pick<Visit, 'beat' | 'beats' | 'step' | 'steps' | 'link'>) => void;
  /** A prediction of a lesson is locked; it cannot be changed any more. */
  readonly lock: (id: string, beat: number, option: number) => void;
  /** Takes the answers back, to do the lesson again. */
  readonly forget: (id: string) => void;
}

const KEY = 'sagascope.progress';

const FIRST: Visit = { beat: 0, beats: 0, step: 0, steps: 0, link: '', done: false, turn: 0, answers: {} };

const count = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;

function visitFrom(kept: unknown): Visit | null {
  if (!isRecord(kept)) return null;
  const { link } = kept;
  const answers = isRecord(kept['answers']) ? Object.entries(kept['answers']) : [];
  return {
    beat: count(kept['beat']),
    beats: count(kept['beats']),
    step: count(kept['step']),
    steps: count(kept['steps']),
    link: typeof link === 'string' && link.startsWith('#/play/') ? link : '',
    done: kept['done'] === true,
    turn: count(kept['turn']),
    answers: Object.fromEntries(answers.map(([beat, option]) => [beat, count(option)])),
  };
}

/** What was kept, without what cannot be understood. */
export function visitsFrom(kept: Readonly<Record<string, unknown>>): Readonly<Record<string, Visit>> {
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, one]) => {
      const visit = visitFrom(one);
      return visit === null ? [] : [[id, visit]];
    }),
  );
}

export const progressStore = createStore<Progress>()((set, get) => {
  const change = (id: string, to: (visit: Visit) => Visit) => {
    const { visits } = get();
    const changed = { ...visits, [id]: to(visits[id] ?? FIRST) };
    set({ visits: changed });
    keep(KEY, changed);
  };
  return {
    visits: visitsFrom(readKept(KEY, isRecord) ?? {}),
    visit: (id, at) => {
      const turn = Math.max(0, ...Object.values(get().visits).map((visit) => visit.turn)) + 1;
      change(id, (visit) => ({
        ...visit,
        ...at,
        beat: Math.max(visit.beat, at.beat),
        done: visit.done || (at.beats > 0 && at.beat >= at.beats),
        turn,
      }));
    },
    lock: (id, beat, option) => {
      change(id, (visit) => ({ ...visit, answers: { [String(beat)]: option, ...visit.answers } }));
    },
    forget: (id) => {
      change(id, (visit) => ({ ...visit, beat: 0, done: false, answers: {} }));
    },
  };
});

export function useProgress<Slice>(select: (progress: Progress) => Slice): Slice {
  return useStore(progressStore, select);
}

export function standingOf(visit: Visit | undefined): Standing {
  if (visit === undefined || visit.turn === 0) return 'new';
  if (visit.done) return 'done';
  return visit.beats > 0 && visit.beat * 2 >= visit.beats ? 'halfway' : 'started';
}

/** The scenario last visited and not done, if any. */
export function toContinue(
  visits: Readonly<Record<string, Visit>>,
): { readonly id: string; readonly visit: Visit } | null {
  const open = Object.entries(visits).filter(([, visit]) => !visit.done && visit.turn > 0 && visit.link !== '');
  const [latest] = open.sort(([, one], [, other]) => other.turn - one.turn);
  return latest === undefined ? null : { id: latest[0], visit: latest[1] };
}
