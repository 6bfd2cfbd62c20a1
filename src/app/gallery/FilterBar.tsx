import { useTranslation } from 'react-i18next';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Select } from '../ui/Select.tsx';
import { ENGINES, type Filter, LENGTHS, LEVELS } from './gallery-filter.ts';

export type View = 'path' | 'list';

interface FilterBarProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly view: View;
  readonly onView: (view: View) => void;
}

export function FilterBar({ filter, onFilter, view, onView }: FilterBarProps) {
  const { t } = useTranslation('gallery');
  return (
    <div className="flex flex-wrap items-center gap-2 lg:justify-end">
      <Select
        label={t('level.label')}
        options={LEVELS.map((id) => ({ id, label: t(`level.${id}`) }))}
        value={filter.level}
        onChange={(level) => onFilter({ ...filter, level })}
      />
      <Select
        label={t('length.label')}
        options={LENGTHS.map((id) => ({ id, label: t(`length.${id}`) }))}
        value={filter.length}
        onChange={(length) => onFilter({ ...filter, length })}
      />
      <Select
        label={t('engine.label')}
        options={ENGINES.map((id) => ({ id, label: t(`engine.${id}`) }))}
        value={filter.engine}
        onChange={(engine) => onFilter({ ...filter, engine })}
      />
      <SegmentedControl
        small
        label={t('view.label')}
        segments={[
          { id: 'path', label: t('view.path') },
          { id: 'list', label: t('view.list') },
        ]}
        value={view}
        onChange={onView}
      />
    </div>
  );
}
