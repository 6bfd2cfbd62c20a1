import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { importanceOf } from '#sim/projections/log.ts';
import type { Step } from '#sim/trace/step.ts';
import { useSeek } from '../../session/session.tsx';
import { milliseconds } from '../../ui/figures.ts';
import { Icon } from '../../ui/Icon.tsx';

interface LogLineProps {
  readonly step: Step;
  readonly sentence: string;
  readonly here: boolean;
}

/** One step: number, time and sentence; a press goes there. */
export const LogLine = memo(function LogLine({ step, sentence, here }: LogLineProps) {
  const { t } = useTranslation('inspector');
  const seek = useSeek();
  const isError = importanceOf(step) === 'error';
  return (
    <li data-step={step.number} className="border-b border-hair-2">
      <button
        type="button"
        tabIndex={here ? 0 : -1}
        aria-current={here ? 'step' : undefined}
        className={`grid w-full grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 px-3 py-1.5 text-left outline-offset-[-2px] ${here ? 'bg-accent-soft shadow-[inset_3px_0_var(--accent)]' : 'hover:bg-sunk'}`}
        onClick={() => {
          seek(step.number);
        }}
      >
        <span className={`num text-right text-12 font-semibold ${here ? 'text-accent-text' : 'text-muted'}`}>
          {step.number}
        </span>
        <span className={`text-13 break-words ${isError ? 'text-fail-text' : ''}`}>
          {isError && (
            <Icon name="cross" size={12} label={t('log.problem')} className="mr-1 inline! [stroke-width:2]" />
          )}
          {sentence} <span className="num text-12 whitespace-nowrap text-muted">{milliseconds(step.at)}</span>
        </span>
      </button>
    </li>
  );
});
