import { useTranslation } from 'react-i18next';
import type { DatabaseView } from '#sim/projections/tables.ts';
import { Tag } from '../../ui/Tag.tsx';

/** Which engine keeps the rows: itself, or standing for another one, said so. Nothing before the engine has told its name. */
export function EngineTag({ database }: { readonly database: Pick<DatabaseView, 'product' | 'standsFor'> }) {
  const { t } = useTranslation('inspector');
  const { product, standsFor } = database;
  if (product === '') return null;
  if (standsFor === null) return <Tag kind="real">{t('engine.real', { product })}</Tag>;
  return <Tag kind="stands-for">{t('engine.standsFor', { product, other: standsFor })}</Tag>;
}
