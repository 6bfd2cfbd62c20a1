import { useTranslation } from 'react-i18next';
import type { Tick } from '#sim/projections/lanes.ts';
import type { Step } from '#sim/trace/step.ts';
import { AXIS_HEIGHT, laneY, stepX } from './lane-geometry.ts';

/** The column of the cursor: tinted ground, under everything else. */
export function CursorColumn({
  cursor,
  column,
  height,
}: {
  readonly cursor: number;
  readonly column: number;
  readonly height: number;
}) {
  const width = Math.max(column, 10);
  return (
    <rect x={stepX(cursor, column) - width / 2} y="0" width={width} height={height} className="fill-accent-soft" />
  );
}

interface CursorFlagProps {
  readonly cursor: number;
  readonly column: number;
  readonly height: number;
}

/** The line that says "here", and a flag with the number of the step. */
export function CursorFlag({ cursor, column, height }: CursorFlagProps) {
  const x = stepX(cursor, column);
  const half = 11 + 4 * String(cursor).length;
  return (
    <g>
      <path d={`M${String(x)} 22V${String(height)}`} className="fill-none stroke-accent [stroke-width:2] opacity-90" />
      <path
        transform={`translate(${String(x)} 4)`}
        d={`M${String(-half)} 3a3 3 0 0 1 3-3h${String(2 * half - 6)}a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H4l-4 4-4-4h${String(7 - half)}a3 3 0 0 1-3-3z`}
        className="fill-accent"
      />
      <text x={x} y="17" textAnchor="middle" className="num fill-on-accent text-12 font-bold">
        {cursor}
      </text>
    </g>
  );
}

interface CauseArcProps {
  readonly here: Tick;
  readonly cause: number;
  readonly causeLane: number;
  readonly column: number;
}

/** From the step back to the step that made it happen. */
export function CauseArc({ here, cause, causeLane, column }: CauseArcProps) {
  const [x1, y1] = [stepX(here.step, column), laneY(here.lane)];
  const [x2, y2] = [stepX(cause, column), laneY(causeLane)];
  const right = x1 + ARC_REACH;
  const along = `M${at(x1, y1 - 11)}C${at(x1, y1 - 22)} ${at(x2, y1 - 22)} ${at(x2, y2 - 13)}`;
  const around = `M${at(x1 + 12, y1)}C${at(right, y1)} ${at(right, y2)} ${at(x2 + 14, y2)}`;
  const head = y1 === y2 ? `translate(${at(x2, y2 - 9)}) rotate(90)` : `translate(${at(x2 + 10, y2)}) rotate(180)`;
  return (
    <g>
      <path d={y1 === y2 ? along : around} className="fill-none stroke-accent [stroke-width:2]" />
      <path d="M0 0-8-4.5v9z" transform={head} className="fill-accent" />
    </g>
  );
}

const ARC_REACH = 44;

const at = (x: number, y: number): string => `${String(x)} ${String(y)}`;

interface CauseLabelProps {
  readonly here: Tick;
  readonly cause: Step;
  readonly column: number;
  readonly width: number;
}

/** Names the cause, on the side of the cursor where there is room. */
export function CauseLabel({ here, cause, column, width }: CauseLabelProps) {
  const { t } = useTranslation('stage');
  const x = stepX(here.step, column);
  const isFarRight = x > width / 2 && x > width - 320;
  const side = isFarRight ? { left: x - 16, transform: 'translateX(-100%)' } : { left: x + ARC_REACH + 8 };
  return (
    <p
      className="pointer-events-none absolute m-0 rounded-s border border-accent-line bg-bg px-2.5 py-[3px] text-12 font-semibold whitespace-nowrap text-accent-text"
      style={{ ...side, top: Math.max(AXIS_HEIGHT + 1, laneY(here.lane) - 12) }}
    >
      {t('lanes.causedBy', { step: cause.number, what: t(`cause.${cause.kind}`) })}
    </p>
  );
}
