import type { Call } from '#sim/projections/calls.ts';
import type { MessageLife } from '#sim/projections/messages.ts';
import type { Step } from '#sim/trace/step.ts';
import type { Selected } from '../../stores/selection.ts';

export interface Shown {
  readonly kind: 'message' | 'call';
  readonly id: string;
}

interface Candidates {
  readonly selected: Selected | null;
  readonly step: Step | null;
  readonly lives: readonly MessageLife[];
  readonly calls: readonly Call[];
}

/** What the tab shows: what the reader selected, else what the step is about, else the message or call that moved last. */
export function shownItem({ selected, step, lives, calls }: Candidates): Shown | null {
  if (selected?.kind === 'message' && lives.some(({ id }) => id === selected.messageId)) {
    return { kind: 'message', id: selected.messageId };
  }
  if (selected?.kind === 'call' && calls.some(({ id }) => id === selected.call)) {
    return { kind: 'call', id: selected.call };
  }
  return aboutStep(step) ?? latest(lives, calls);
}

function aboutStep(step: Step | null): Shown | null {
  if (step === null) return null;
  if ('call' in step) return { kind: 'call', id: step.call };
  if ('message' in step) return { kind: 'message', id: step.message.id };
  if ('messageId' in step) return { kind: 'message', id: step.messageId };
  const first = 'messageIds' in step ? step.messageIds[0] : undefined;
  return first === undefined ? null : { kind: 'message', id: first };
}

function latest(lives: readonly MessageLife[], calls: readonly Call[]): Shown | null {
  const moved = [
    ...lives.map(({ id, since }) => ({ kind: 'message' as const, id, since })),
    ...calls.map(({ id, ended, replied, received, sent }) => ({
      kind: 'call' as const,
      id,
      since: ended ?? replied ?? received ?? sent,
    })),
  ];
  const last = moved.reduce<(typeof moved)[number] | null>(
    (best, one) => (best === null || one.since >= best.since ? one : best),
    null,
  );
  return last && { kind: last.kind, id: last.id };
}
