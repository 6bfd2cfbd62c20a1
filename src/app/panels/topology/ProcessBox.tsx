import { useTranslation } from 'react-i18next';
import type { InstanceState } from '#sim/projections/components.ts';
import { Chip, type Status } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { OWN_EDGE } from '../../ui/service-look.ts';
import type { ServiceBox } from './graph.ts';

const STATUS = {
  idle: 'idle',
  active: 'active',
  waiting: 'wait',
  crashed: 'fail',
  restarted: 'idle',
} satisfies Record<InstanceState['state'], Status>;

const GLYPH: Partial<Record<InstanceState['state'], IconName>> = { crashed: 'bolt', restarted: 'undo' };

interface ProcessBoxProps {
  readonly box: ServiceBox;
  readonly instance: InstanceState | undefined;
  /** This step happened here. */
  readonly here: boolean;
}

/** A running copy of a service: what it runs, and whether it runs at all. Its database is another thing and stands below. */
export function ProcessBox({ box, instance, here }: ProcessBoxProps) {
  const { t } = useTranslation('stage');
  const state = instance?.state ?? 'idle';
  const what = instance?.handlers.at(-1) ?? instance?.latest ?? t(`work.${box.work}`);
  const edge = state === 'crashed' ? 'border-fail bg-fail-soft' : `bg-raise ${OWN_EDGE[box.tone]}`;
  return (
    <div
      className={`min-w-0 flex-1 rounded border-[1.5px] px-2 text-12 text-muted ${edge} ${here ? 'outline-2 outline-offset-2 outline-accent' : ''}`}
    >
      <div className="flex h-[33px] items-center gap-2">
        <span className="min-w-0 flex-1 truncate">
          {box.instances > 1 && <b>{instance?.instance} </b>}
          {what}
        </span>
        <Chip status={STATUS[state]} glyph={GLYPH[state]}>
          {t(`instance.${state}`)}
        </Chip>
      </div>
    </div>
  );
}
