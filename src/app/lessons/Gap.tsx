import { useTranslation } from 'react-i18next';
import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import { InlineCode } from '../ui/InlineCode.tsx';
import { isMisconception } from './misconceptions.ts';

interface GapProps {
  readonly placed: PlacedBeat;
  readonly chosen: number;
  readonly agrees: boolean;
}

/** Names the gap between what was predicted and what the run says, and the belief that opens it. */
export function Gap({ placed: { beat, answer }, chosen, agrees }: GapProps) {
  const { t } = useTranslation('lessons');
  const { t: belief } = useTranslation('misconceptions');
  const right = answer?.texts.filter((_, index) => answer.right[index] === true) ?? [];
  const because = beat.predict?.options[chosen]?.because ?? null;
  // The author says what is right where one run cannot show it.
  const byRun = (beat.predict?.answer ?? null) !== null;
  if (agrees) return <p className="mt-2 text-13 text-ink-2">{t(byRun ? 'gapNone' : 'gapNoneTold')}</p>;
  return (
    <div className="mt-2 text-13 text-ink-2">
      <p>
        <InlineCode
          text={t(byRun ? 'gap' : 'gapTold', { predicted: answer?.texts[chosen] ?? '', right: right.join(' · ') })}
        />
      </p>
      {because !== null && isMisconception(because) && (
        <p className="mt-1">
          <InlineCode text={belief(because)} />
        </p>
      )}
    </div>
  );
}
