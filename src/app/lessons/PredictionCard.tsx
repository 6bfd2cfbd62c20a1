import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedBeat } from '#sim/lessons/lesson.ts';
import { useCursor, useSession } from '../session/session.tsx';
import { useProgress } from '../stores/progress.ts';
import { StateWord } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { Gap } from './Gap.tsx';
import { type OptionLook, PredictionOption } from './PredictionOption.tsx';
import { useLessonLanguage } from './use-lesson-language.ts';
import { RunToAnswer } from './RunToAnswer.tsx';
import { type Standing, standingOf } from './story.ts';

/**
 * Asks before the run shows: first a choice, then the choice stands, then the run agrees or says otherwise. Until a choice is locked
 * nothing on the card tells which one is right.
 */
export function PredictionCard({ placed }: { readonly placed: PlacedBeat }) {
  const { t } = useTranslation('lessons');
  const { source } = useSession();
  const cursor = useCursor();
  const locked = useProgress((progress) => progress.visits[source.id]?.answers[String(placed.index)]);
  const lock = useProgress((progress) => progress.lock);
  const [picked, setPicked] = useState<number | null>(null);
  const question = useId();
  const language = useLessonLanguage();
  const { predict } = placed.beat;
  if (predict === null) return null;
  const standing = standingOf(placed, locked ?? null, cursor);
  const marked = standing.kind === 'asked' ? picked : standing.chosen;
  return (
    <section aria-labelledby={question} className="rounded-l border border-rule bg-raise p-3">
      <Kick standing={standing} byRun={predict.answer !== null} />
      <h3 id={question} lang={language} className="mt-0.5 mb-2 text-14 tracking-[-.005em]">
        <InlineCode text={predict.ask} />
      </h3>
      <div role="radiogroup" aria-labelledby={question} className="flex flex-col gap-1">
        {predict.options.map((option, index) => (
          <PredictionOption
            key={index}
            name={question}
            text={placed.answer?.texts[index] ?? option.text}
            look={lookOf(standing, index, placed)}
            checked={marked === index}
            onPick={standing.kind === 'asked' ? () => setPicked(index) : null}
          />
        ))}
      </div>
      {standing.kind === 'asked' && (
        <button
          type="button"
          className="btn btn-primary mt-2"
          disabled={picked === null}
          onClick={() => {
            if (picked !== null) lock(source.id, placed.index, picked);
          }}
        >
          <Icon name="lock" />
          {t('lock')}
        </button>
      )}
      {standing.kind === 'locked' && <RunToAnswer placed={placed} answerAt={standing.answerAt} />}
      {standing.kind === 'answered' && <Gap placed={placed} chosen={standing.chosen} agrees={standing.agrees} />}
    </section>
  );
}

function lookOf(standing: Standing, index: number, { answer }: PlacedBeat): OptionLook {
  if (standing.kind === 'asked') return 'open';
  const chosen = standing.chosen === index;
  if (standing.kind === 'locked') return chosen ? 'chosen' : 'other';
  if (answer?.right[index] === true) return 'right';
  return chosen ? 'wrong' : 'other';
}

/** `byRun`: the run itself answers; otherwise the lesson does. */
function Kick({ standing, byRun }: { readonly standing: Standing; readonly byRun: boolean }) {
  const { t } = useTranslation('lessons');
  const answered = standing.kind === 'answered';
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-2" role={answered ? 'status' : undefined}>
      <p className="kick">{t(answered ? 'youPredicted' : 'yourPrediction')}</p>
      {standing.kind === 'locked' && (
        <StateWord status="idle" glyph="lock">
          {t('locked')}
        </StateWord>
      )}
      {answered && (
        <StateWord status={standing.agrees ? 'ok' : 'fail'}>{t(verdictOf(standing.agrees, byRun))}</StateWord>
      )}
    </div>
  );
}

function verdictOf(agrees: boolean, byRun: boolean) {
  if (byRun) return agrees ? 'agrees' : 'otherwise';
  return agrees ? 'isRight' : 'isWrong';
}
