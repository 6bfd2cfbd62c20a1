import { useTranslation } from 'react-i18next';
import type { Lane } from '#sim/projections/lanes.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { OWN_GROUND, type OwnTone, serviceIcon } from '../../ui/service-look.ts';
import { AXIS_HEIGHT, LANE_HEIGHT, NAMES_WIDTH } from './lane-geometry.ts';

interface LaneNamesProps {
  readonly lanes: readonly Lane[];
  readonly tones: readonly OwnTone[];
}

/** Whose lane is whose. They stay in sight while the lanes scroll by. */
export function LaneNames({ lanes, tones }: LaneNamesProps) {
  const { t } = useTranslation('stage');
  return (
    <div className="sticky left-0 z-10 flex-none bg-bg text-13" style={{ width: NAMES_WIDTH }}>
      <p
        className="m-0 pl-[38px] text-12 text-muted"
        style={{ height: AXIS_HEIGHT, lineHeight: `${String(AXIS_HEIGHT)}px` }}
      >
        {t('lanes.step')}
      </p>
      {lanes.map((lane, place) => (
        <p
          key={lane.actor}
          className={`m-0 flex items-center gap-2 truncate border-b border-bg pl-4 ${OWN_GROUND[tones[place] ?? 0]}`}
          style={{ height: LANE_HEIGHT }}
        >
          <Icon name={iconOf(lane)} size={14} className="text-muted" />
          <span className="truncate">{lane.title === '' ? t(`lanes.${lane.kind}`) : lane.title}</span>
        </p>
      ))}
    </div>
  );
}

function iconOf({ kind, actor }: Lane): IconName {
  switch (kind) {
    case 'client':
      return 'person';
    case 'broker':
      return 'broker';
    case 'operator':
      return 'bolt';
    default:
      return serviceIcon(actor);
  }
}
