import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The words a row may need, asked for once per table and not once per row. */
export interface RowWords {
  readonly inserted: string;
  readonly updated: string;
  readonly deleted: string;
  readonly reverted: string;
  readonly pending: string;
  readonly was: string;
}

export function useRowWords(): RowWords {
  const { t } = useTranslation('inspector');
  return useMemo(
    () => ({
      inserted: t('data.inserted'),
      updated: t('data.updated'),
      deleted: t('data.deleted'),
      reverted: t('data.reverted'),
      pending: t('data.pending'),
      was: t('data.was'),
    }),
    [t],
  );
}
