import { useTranslation } from 'react-i18next';
import { BUILT_IN_PROMISES } from '#sim/model/built-in-promises.ts';
import type { PromiseSpec } from '#sim/scenario/scenario.ts';

type BuiltInId = keyof typeof BUILT_IN_PROMISES;

const isBuiltIn = (id: string): id is BuiltInId => Object.hasOwn(BUILT_IN_PROMISES, id);

/** What a promise is called and what it says: a built-in one in the reader's language, the scenario's own as its author wrote it. */
export function usePromiseWords({ id, says, holds }: PromiseSpec): { readonly title: string; readonly says: string } {
  const { t } = useTranslation('promises');
  if (holds === null && isBuiltIn(id)) return { title: t(`${id}.title`), says: t(`${id}.says`) };
  return { title: says, says };
}
