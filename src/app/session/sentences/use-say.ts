import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '#sim/trace/step.ts';
import type { Opening } from '#sim/trace/trace.ts';
import { useRun } from '../session.tsx';
import { describeStep } from './describe-step.ts';
import type { Say, SentenceKey, Values } from './say.ts';

/** `Order Service` for `order`, `Alice` for herself; ids that the opening does not know are said as they are. */
export function titlesOf(opening: Opening): (actor: string) => string {
  const titles = new Map([...opening.services, ...opening.clients].map(({ id, title }) => [id, title]));
  return (actor) => titles.get(actor) ?? actor;
}

/** The reader's words for what happens in the run on stage. */
export function useSay(): Say {
  const { t, i18n } = useTranslation('steps');
  const opening = useRun((run) => run.trace.opening);
  return useMemo(() => {
    const lists = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
    return {
      text: (key: SentenceKey, values: Values = {}) => t(key, values),
      name: titlesOf(opening),
      list: (items: readonly string[]) => lists.format(items),
    };
  }, [t, i18n.language, opening]);
}

/** Says steps of the run on stage, each in one sentence. */
export function useDescribe(): (step: Step) => string {
  const say = useSay();
  return useMemo(() => (step) => describeStep(step, say), [say]);
}
