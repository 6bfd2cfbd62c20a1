import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lanesOf } from '#sim/projections/lanes.ts';
import { sequenceAt } from '#sim/projections/sequence.ts';
import { useCursor, useTrace } from '../../session/session.tsx';
import { useStory } from '../../session/use-story.ts';
import { Participants } from './Participants.tsx';
import { columnWidth, layOutRows, TIME_WIDTH } from './sequence-layout.ts';
import { SequenceDrawing } from './SequenceDrawing.tsx';
import { SequenceList } from './SequenceList.tsx';

const ROWS_AT_MOST = 80;

/** What passed between whom up to the cursor, from top to bottom on one virtual-time axis. Press a line to go there. */
export function SequencePanel() {
  const { t } = useTranslation('stage');
  const { opening, steps } = useTrace();
  const story = useStory();
  const cursor = useCursor();
  const { box, room } = useRoom(cursor);
  const participants = useMemo(() => lanesOf(opening, false), [opening]);
  const view = sequenceAt(story, steps, cursor, ROWS_AT_MOST);
  const layout = layOutRows(view);
  const column = columnWidth(room, participants.length);
  const earlier = (view.rows[0]?.step ?? 1) - 1;

  return (
    <section
      ref={box}
      aria-label={t('sequence.label')}
      tabIndex={0}
      className="h-full min-h-0 w-full overflow-auto bg-bg outline-offset-[-2px]"
    >
      <div style={{ width: TIME_WIDTH + participants.length * column }}>
        <Participants participants={participants} column={column} />
        {view.rows.length === 0 && <p className="m-0 p-4 text-13 text-muted">{t('sequence.empty')}</p>}
        {view.rows.length === ROWS_AT_MOST && earlier > 0 && (
          <p className="m-0 px-4 pt-2 text-12 text-muted">{t('sequence.earlier', { count: earlier })}</p>
        )}
        <SequenceDrawing view={view} layout={layout} participants={participants} column={column} cursor={cursor} />
      </div>
      <SequenceList arrows={view.arrows} participants={participants} />
    </section>
  );
}

/** The room there is; its end stays in sight as the cursor moves on. */
function useRoom(cursor: number) {
  const box = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(720);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setRoom(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [cursor]);
  return { box, room };
}
