import { useTranslation } from 'react-i18next';
import type { Lane } from '#sim/projections/lanes.ts';
import type { Arrow } from '#sim/projections/story.ts';
import { nameOf } from './Participants.tsx';

interface SequenceListProps {
  readonly arrows: readonly Arrow[];
  readonly participants: readonly Lane[];
}

/** The same messages in words, in the order they were sent, for whoever does not see the drawing. */
export function SequenceList({ arrows, participants }: SequenceListProps) {
  const { t } = useTranslation('stage');
  const name = (actor: string) => {
    const found = participants.find((participant) => participant.actor === actor);
    return found === undefined ? actor : nameOf(found, t('sequence.broker'));
  };
  return (
    <ol className="sr-only">
      {arrows.map((arrow) => (
        <li key={`${String(arrow.sent)} ${arrow.wire}`}>
          {t('sequence.message', { from: name(arrow.from), to: name(arrow.to), label: arrow.label })}
        </li>
      ))}
    </ol>
  );
}
