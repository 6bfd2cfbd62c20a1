import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Importance } from '#sim/projections/log.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useRun } from '../../session/session.tsx';
import { Select } from '../../ui/Select.tsx';
import type { LogFilter } from './log-filter.ts';

interface LogFilterBarProps {
  readonly filter: LogFilter;
  readonly onChange: (filter: LogFilter) => void;
  readonly shown: number;
  readonly total: number;
}

const LEVELS: readonly Importance[] = ['detail', 'main', 'error'];
const ALL = '';

export function LogFilterBar({ filter, onChange, shown, total }: LogFilterBarProps) {
  const { t } = useTranslation('inspector');
  const opening = useRun((run) => run.trace.opening);
  const field = useRef<HTMLInputElement>(null);
  useCommand({ id: 'search', run: () => field.current?.focus() });
  const actors = [...opening.clients, ...opening.services].map(({ id, title }) => ({ id, label: title }));
  return (
    <div role="search" className="flex flex-none flex-wrap items-center gap-2 border-b border-hair px-4 py-2.5">
      <input
        ref={field}
        type="search"
        value={filter.text}
        aria-label={t('log.filter')}
        placeholder={t('log.filter')}
        className="field field-small min-h-8 w-full min-w-0 font-normal"
        onChange={(event) => {
          onChange({ ...filter, text: event.currentTarget.value });
        }}
      />
      <Select
        label={t('service')}
        options={[{ id: ALL, label: t('log.allServices') }, ...actors, { id: 'broker', label: t('log.broker') }]}
        value={filter.actor ?? ALL}
        onChange={(id) => {
          onChange({ ...filter, actor: id === ALL ? null : id });
        }}
      />
      <Select
        label={t('log.importance')}
        options={LEVELS.map((id) => ({ id, label: t(`log.${id}`) }))}
        value={filter.least}
        onChange={(least) => {
          onChange({ ...filter, least });
        }}
      />
      <output className="num ml-auto text-12 text-muted">{t('log.shown', { shown, total })}</output>
    </div>
  );
}
