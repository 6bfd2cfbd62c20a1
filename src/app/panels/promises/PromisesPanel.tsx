import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCursor, useRun } from '../../session/session.tsx';
import { StateWord } from '../../ui/Chip.tsx';
import { PromiseItem } from './PromiseItem.tsx';
import { type PromiseLine, promiseLines } from './promise-lines.ts';
import { PromiseDetails } from './PromiseDetails.tsx';

/** What must hold, and whether it does at the cursor: held, not yet decided, or broken. */
export function PromisesPanel() {
  const { t } = useTranslation('player');
  const lines = usePromiseLines();
  const [open, setOpen] = useState<string | null>(null);
  if (lines.length === 0) return null;
  const shown = lines.find(({ promise }) => promise.id === open);
  return (
    <section aria-labelledby="promises" className="card flex-none px-3 py-2">
      <div className="mb-0.5 flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="promises" className="text-13">
          {t('promises.title')}
        </h2>
        <PromiseScore lines={lines} />
      </div>
      <ul className="m-0 grid list-none grid-cols-[repeat(auto-fit,minmax(min(100%,13.5rem),1fr))] gap-x-4 p-0">
        {lines.map((line) => (
          <PromiseItem
            key={line.promise.id}
            line={line}
            open={line.promise.id === open}
            onToggle={() => {
              setOpen(line.promise.id === open ? null : line.promise.id);
            }}
          />
        ))}
      </ul>
      {shown !== undefined && <PromiseDetails line={shown} />}
    </section>
  );
}

export function usePromiseLines(): readonly PromiseLine[] {
  const promises = useRun((run) => run.scenario.promises);
  const verdicts = useRun((run) => run.trace.verdicts);
  const count = useRun((run) => run.count);
  const cursor = useCursor();
  // Verdicts grow in place while the run streams in; its length says when to look again.
  return useMemo(() => promiseLines(promises, verdicts, Math.min(cursor, count)), [promises, verdicts, cursor, count]);
}

function PromiseScore({ lines }: { readonly lines: readonly PromiseLine[] }) {
  const { t } = useTranslation('player');
  const complete = useRun((run) => run.end !== null && run.count > 0);
  const atEnd = useCursor() === useRun((run) => run.count) && complete;
  const count = (state: PromiseLine['state']) => lines.filter((line) => line.state === state).length;
  const broken = count('broken');
  const later = count('not-yet');
  const said = [
    t(atEnd ? 'promises.heldAtRest' : 'promises.heldSoFar', { count: count('held') }),
    ...(broken === 0 ? [] : [t('promises.brokenCount', { count: broken })]),
    ...(later === 0 ? [] : [t('promises.later', { count: later })]),
  ];
  return <p className="num m-0 text-12 text-muted">{said.join(' · ')}</p>;
}

/** The worst of it in a word, where there is no room for more. */
export function PromisesMark() {
  const { t } = useTranslation('player');
  const lines = usePromiseLines();
  const broken = lines.filter(({ state }) => state === 'broken').length;
  const open = lines.filter(({ state }) => state === 'not-yet').length;
  if (lines.length === 0) return null;
  if (broken > 0)
    return <StateWord status="fail">{t('promises.mark', { count: broken, all: lines.length })}</StateWord>;
  if (open > 0) return <StateWord status="wait">{t('promises.later', { count: open })}</StateWord>;
  return <StateWord status="ok">{t('promises.heldAtRest', { count: lines.length })}</StateWord>;
}
