import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCursor, useRun } from '../../session/session.tsx';
import { useSentences } from './use-sentences.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Button } from '../../ui/Button.tsx';
import { EVERYTHING, filteredSteps } from './log-filter.ts';
import { LogFilterBar } from './LogFilterBar.tsx';
import { LogList } from './LogList.tsx';

/** Every step up to the cursor in one sentence each, to read, to search and to jump from. */
export function LogPanel() {
  const { t } = useTranslation('inspector');
  const steps = useRun((run) => run.trace.steps);
  const cursor = useCursor();
  const say = useSentences();
  const [filter, setFilter] = useState(EVERYTHING);
  const applied = useDeferredValue(filter);
  const shown = useMemo(() => filteredSteps(steps, cursor, applied, say), [steps, cursor, applied, say]);
  return (
    <section aria-label={t('tab.log')} className="flex h-full min-h-0 flex-col">
      <LogFilterBar filter={filter} onChange={setFilter} shown={shown.length} total={cursor} />
      {shown.length === 0 ? (
        <EmptyState
          icon="list"
          title={t(cursor === 0 ? 'log.empty' : 'log.noMatch')}
          actions={
            cursor > 0 && (
              <Button
                size="small"
                onPress={() => {
                  setFilter(EVERYTHING);
                }}
              >
                {t('log.clear')}
              </Button>
            )
          }
        />
      ) : (
        <LogList numbers={shown} steps={steps} say={say} cursor={cursor} />
      )}
    </section>
  );
}
