import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCursor, usePlacedBeats, useRun, useSession } from '../session/session.tsx';
import { useProgress } from '../stores/progress.ts';
import { InlineCode } from '../ui/InlineCode.tsx';
import { BeatBar } from './BeatBar.tsx';
import { BeforeTheRun } from './BeforeTheRun.tsx';
import { PredictionCard } from './PredictionCard.tsx';
import { StepNow } from './StepNow.tsx';
import { isLessonRun, predictionsInSight, saidAt, stopAt, stopsOf, takeawaysAt, titleAndText } from './story.ts';
import { SandboxNote } from './SandboxNote.tsx';
import { useLessonLanguage } from './use-lesson-language.ts';
import { Takeaways } from './Takeaways.tsx';
import { TryLinks } from './TryLinks.tsx';

const NO_ANSWERS: Readonly<Record<string, number>> = {};

/** The story of the run at the cursor: where in it the reader is, what is told, what is asked, what to take along. */
export function NarrationPanel() {
  const { t } = useTranslation('lessons');
  const beats = usePlacedBeats();
  const cursor = useCursor();
  const { source } = useSession();
  const request = useRun((run) => run.request);
  const answers = useProgress((progress) => progress.visits[source.id]?.answers) ?? NO_ANSWERS;
  const complete = useRun((run) => run.end !== null);
  if (!isLessonRun(request)) {
    return (
      <Frame label={t('label')}>
        <SandboxNote />
        <StepNow />
      </Frame>
    );
  }
  const stops = stopsOf(beats);
  if (!complete || stops.length === 0) {
    return (
      <Frame label={t('label')}>
        <BeforeTheRun lesson={source.lesson} />
        <StepNow />
      </Frame>
    );
  }
  const here = stops[stopAt(stops, cursor)];
  const said = saidAt(here);
  const inSight = predictionsInSight(stops, cursor);
  return (
    <Frame label={t('label')}>
      <BeatBar stops={stops} />
      {said !== null && <Said text={said} />}
      <StepNow />
      {inSight.map((placed) => (
        <PredictionCard key={placed.index} placed={placed} />
      ))}
      <Takeaways lines={takeawaysAt(here, inSight, answers)} />
      <TryLinks beats={here?.beats ?? []} />
    </Frame>
  );
}

interface FrameProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Frame({ label, children }: FrameProps) {
  return (
    <section id="story" tabIndex={-1} aria-label={label} className="flex flex-col gap-2 outline-none">
      {children}
    </section>
  );
}

function Said({ text: say }: { readonly text: string }) {
  const { title, text } = titleAndText(say);
  return (
    <div lang={useLessonLanguage()}>
      <h2 className="text-18 tracking-[-.015em]">
        <InlineCode text={title} />
      </h2>
      {text !== '' && (
        <p className="mt-1 text-14 text-ink-2">
          <InlineCode text={text} />
        </p>
      )}
    </div>
  );
}
