import { useTranslation } from 'react-i18next';
import type { Moving } from '#sim/projections/moving.ts';
import type { Step } from '#sim/trace/step.ts';
import type { Point } from './geometry.ts';

interface StepFlagProps {
  readonly step: Step;
  readonly moving: Moving;
  readonly at: Point;
}

/** Beside the message: the step's number, what it is, and which step made it happen. */
export function StepFlag({ step, moving, at }: StepFlagProps) {
  const { t } = useTranslation('stage');
  const width = 10 + 8 * String(step.number).length;
  return (
    <svg
      aria-hidden="true"
      width="1"
      height="1"
      className="absolute z-20 overflow-visible"
      style={{ left: at.x, top: at.y }}
    >
      <rect width={width} height="18" rx="4" className="fill-accent" />
      <text x={width / 2} y="13.5" textAnchor="middle" className="num fill-on-accent text-12 font-bold">
        {step.number}
      </text>
      <text x={width + 6} y="13.5" className="halo-text fill-accent-text text-12 font-semibold">
        {moving.fate === 'again' ? t('flag.again', { label: moving.label }) : moving.label}
      </text>
      {step.cause !== null && (
        <text y="32" className="halo-text fill-muted text-12">
          {t('flag.because', { step: step.cause })}
        </text>
      )}
    </svg>
  );
}
