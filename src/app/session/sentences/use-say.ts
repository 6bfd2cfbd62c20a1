import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '#sim/trace/step.ts';
import type { Opening } from '#sim/trace/trace.ts';
import { useRun } from '../session.tsx';
import { describeStep } from './describe-step.ts';
import type { Say, SentenceKey, Values } from './say.ts';

/**
 * `Order Service` for `order` and, where there are several of them, `Order Service 2` for `order/2`; `Alice` for herself. Ids that the
 * opening does not know are said as they are.
 */
export function titlesOf({ services, clients }: Opening): (actor: string) => string {
  const titles = new Map([...services, ...clients].map(({ id, title }) => [id, title]));
  const several = new Set(services.filter(({ instances }) => instances > 1).map(({ id }) => id));
  return (actor) => {
    const [id = '', instance] = actor.split('/');
    const title = titles.get(id) ?? id;
    return instance === undefined || (titles.has(id) && !several.has(id)) ? title : `${title} ${instance}`;
  };
}

/** The reader's words for what happens in the run on stage. */
export function useSay(): Say {
  const { t, i18n } = useTranslation('steps');
  const opening = useRun((run) => run.trace.opening);
  return useMemo(() => {
    const title = titlesOf(opening);
    const lists = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
    return {
      text: (key: SentenceKey, values: Values = {}) => t(key, values),
      name: (actor) => (actor === 'broker' || actor === 'operator' ? t(`actor.${actor}`) : title(actor)),
      list: (items: readonly string[]) => lists.format(items),
    };
  }, [t, i18n.language, opening]);
}

/** Says steps of the run on stage, each in one sentence. */
export function useDescribe(): (step: Step) => string {
  const say = useSay();
  return useMemo(() => (step) => describeStep(step, say), [say]);
}
