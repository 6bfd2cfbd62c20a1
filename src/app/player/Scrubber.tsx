import { useTranslation } from 'react-i18next';
import { useCursor, usePlacedBeats, usePlayback, useRun, useSeek, useStep } from '../session/session.tsx';
import { milliseconds } from '../ui/figures.ts';

/** Half the width of the slider's thumb: where its middle stands at either end. */
const INSET = '0.5rem';

/** The whole run on one slider, with the beats and the breakpoints marked. Dragging it stops the film. */
export function Scrubber() {
  const { t } = useTranslation('player');
  const cursor = useCursor();
  const count = useRun((run) => run.count);
  const step = useStep();
  const seek = useSeek();
  return (
    <div className="relative flex min-w-24 flex-1 max-sm:min-w-14 items-center">
      <Marks count={count} />
      <input
        type="range"
        className="scrubber relative h-11 w-full"
        min={0}
        max={count}
        value={cursor}
        disabled={count === 0}
        aria-label={t('transport.scrub')}
        aria-valuetext={t('transport.valueText', { step: cursor, all: count, time: milliseconds(step?.at ?? 0) })}
        onChange={(event) => {
          seek(event.currentTarget.valueAsNumber);
        }}
      />
    </div>
  );
}

function Marks({ count }: { readonly count: number }) {
  const beats = usePlacedBeats();
  const marks = usePlayback((playback) => playback.breakpoints);
  if (count === 0) return null;
  const at = (step: number) => ({
    left: `calc(${INSET} + (100% - 2 * ${INSET}) * ${String(step / count)})`,
  });
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      {beats.map(({ index, cursor }) =>
        cursor === null ? null : (
          <i key={index} className="absolute top-[11px] h-1.5 w-px bg-border" style={at(cursor)} />
        ),
      )}
      {marks.map((step) => (
        <i
          key={step}
          className="absolute bottom-[9px] -ml-[3px] size-[7px] rounded-xl bg-ink outline outline-bg"
          style={at(step)}
        />
      ))}
    </div>
  );
}
