import { useTranslation } from 'react-i18next';
import type { Lane } from '#sim/projections/lanes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { serviceIcon } from '../../ui/service-look.ts';
import { HEADER_HEIGHT, TIME_WIDTH } from './sequence-layout.ts';

interface ParticipantsProps {
  readonly participants: readonly Lane[];
  readonly column: number;
}

/** Who takes part. They stay in sight while the messages scroll by. */
export function Participants({ participants, column }: ParticipantsProps) {
  const { t } = useTranslation('stage');
  return (
    <div
      className="sticky top-0 z-10 flex items-center border-b border-hair bg-bg"
      style={{ height: HEADER_HEIGHT, paddingLeft: TIME_WIDTH }}
    >
      {participants.map((participant) => (
        <p
          key={participant.actor}
          className="m-0 flex items-center justify-center gap-1.5 px-1 text-12 font-semibold"
          style={{ width: column }}
        >
          <Icon name={iconOf(participant)} size={14} className="text-muted" />
          <span className="truncate">{nameOf(participant, t('sequence.broker'))}</span>
        </p>
      ))}
    </div>
  );
}

/** The broker has no title of its own in a trace. */
export const nameOf = ({ title }: Lane, broker: string): string => (title === '' ? broker : title);

function iconOf({ kind, actor }: Lane) {
  if (kind === 'client') return 'person';
  return kind === 'broker' ? 'broker' : serviceIcon(actor);
}
