import type { Bracket } from '#sim/projections/story.ts';
import type { SequenceLayout } from './sequence-layout.ts';

interface ActivationBarProps {
  readonly bar: Bracket;
  /** Undefined when its actor is not on the diagram. */
  readonly x: number | undefined;
  readonly layout: SequenceLayout;
}

/** A handler at work is a thin outline, a local transaction a filled bar in it; dashed red where it was undone or died. */
export function ActivationBar({ bar: { kind, from, to, end }, x, layout }: ActivationBarProps) {
  if (x === undefined) return null;
  const top = layout.yOf(from) - (kind === 'handler' ? 7 : 5);
  const bottom = to === null ? layout.height : layout.yOf(to) + (kind === 'handler' ? 7 : 5);
  const half = kind === 'handler' ? 7 : 5;
  const undone = end === 'undone' || end === 'died';
  const fill = kind === 'handler' ? 'fill-bg' : 'fill-sunk';
  return (
    <rect
      x={x - half}
      y={top}
      width={2 * half}
      height={Math.max(8, bottom - top)}
      rx="3"
      strokeDasharray={undone ? '4 3' : undefined}
      className={`[stroke-width:1.5] ${fill} ${undone ? 'stroke-fail' : 'stroke-border'}`}
    />
  );
}
