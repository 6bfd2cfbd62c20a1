import { type MouseEvent, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lanesOf, lanesWindow, rowsOf, type Tick, tickIn } from '#sim/projections/lanes.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useDescribe } from '../../session/sentences/use-say.ts';
import { useCursor, usePlayback, useSeek, useTrace } from '../../session/session.tsx';
import { useStory } from '../../session/use-story.ts';
import { ownTone, type OwnTone } from '../../ui/service-look.ts';
import { CauseArc, CauseLabel, CursorFlag } from './CursorMarks.tsx';
import {
  AXIS_HEIGHT,
  COLUMN_FOR_GLYPHS,
  contentWidth,
  LANE_HEIGHT,
  stepAtX,
  stepX,
  type Window,
} from './lane-geometry.ts';
import { LaneNames } from './LaneNames.tsx';
import { LanesCanvas, PlacedTick } from './LanesCanvas.tsx';
import { useLanesScroll } from './use-lanes-scroll.ts';

/** The whole run in time: one lane per actor, one column per step, the cursor across all of them. Press a step to go there. */
export function LanesPanel() {
  const { t } = useTranslation('stage');
  const { steps, count } = useTrace();
  const cursor = useCursor();
  const { box, column, span, room, onScroll, zoom, pan } = useLanesScroll(count, cursor);
  const scene = useShownLanes(span);
  const focus = useLaneKeys(zoom, pan);
  const description = useId();
  const describe = useDescribe();
  const step = steps[cursor - 1];
  return (
    <section
      ref={box}
      aria-label={t('lanes.label')}
      aria-describedby={description}
      tabIndex={0}
      onScroll={onScroll}
      {...focus}
      className="relative flex h-full min-h-0 w-full items-start overflow-auto bg-bg contain-layout contain-paint outline-offset-[-2px]"
    >
      <LaneNames lanes={scene.lanes} tones={scene.tones} />
      <Scene scene={scene} column={column} span={span} room={room} />
      <p id={description} className="sr-only">
        {t('lanes.summary', { steps: count, lanes: scene.lanes.length, step: cursor })} {step && describe(step)}
      </p>
    </section>
  );
}

/** Zoom and pan are the lanes' own keys only while they have the focus. */
function useLaneKeys(zoom: (towards: 1 | -1) => void, pan: (towards: 1 | -1) => void) {
  const [enabled, setFocused] = useState(false);
  useCommand({ id: 'zoomIn', run: () => zoom(1), enabled });
  useCommand({ id: 'zoomOut', run: () => zoom(-1), enabled });
  useCommand({ id: 'panLeft', run: () => pan(-1), enabled });
  useCommand({ id: 'panRight', run: () => pan(1), enabled });
  return { onFocus: () => setFocused(true), onBlur: () => setFocused(false) };
}

interface SceneProps {
  readonly scene: ReturnType<typeof useShownLanes>;
  readonly column: number;
  readonly span: Window;
  readonly room: number;
}

function Scene({ scene: { lanes, tones, shown, here, cause, causeLane }, column, span, room }: SceneProps) {
  const { count } = useTrace();
  const cursor = useCursor();
  const seek = useSeek();
  const width = Math.max(room, contentWidth(count, column));
  const height = AXIS_HEIGHT + lanes.length * LANE_HEIGHT;
  const goTo = (event: MouseEvent<SVGSVGElement>) => {
    seek(stepAtX(event.clientX - event.currentTarget.getBoundingClientRect().left, column, count));
  };
  return (
    <div className="relative flex-none overflow-hidden" style={{ width, height }}>
      <svg aria-hidden="true" width={width} height={height} className="block cursor-pointer" onClick={goTo}>
        <LanesCanvas lanes={lanes} tones={tones} shown={shown} span={span} column={column} cursor={cursor} />
        <Breakpoints column={column} />
        <CursorFlag cursor={cursor} column={column} height={height} />
        {here !== undefined && cause !== undefined && (
          <CauseArc here={here} cause={cause.number} causeLane={causeLane} column={column} />
        )}
        {here !== undefined && (
          <PlacedTick tick={here} column={column} large={column >= COLUMN_FOR_GLYPHS} faint={false} />
        )}
      </svg>
      {here !== undefined && cause !== undefined && !isObvious(here, causeLane) && (
        <CauseLabel here={here} cause={cause} column={column} width={width} />
      )}
    </div>
  );
}

/** The step before in the same lane: the arc alone says it. */
const isObvious = ({ step, cause, lane }: Tick, causeLane: number): boolean => cause === step - 1 && lane === causeLane;

/** Lanes, their tints, what the window shows of them, and the step at the cursor with its cause. */
function useShownLanes(span: { readonly from: number; readonly to: number }) {
  const { opening, steps, count } = useTrace();
  const story = useStory();
  const cursor = useCursor();
  const { from, to } = span;
  const { hasOperator } = story;
  const lanes = useMemo(() => lanesOf(opening, hasOperator), [opening, hasOperator]);
  // The trace grows in place, so `count` stands for it.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const shown = useMemo(() => lanesWindow(lanes, story, steps, { from, to }), [lanes, story, steps, count, from, to]);
  const tones = useMemo(() => {
    const services = opening.services.map(({ id }) => id);
    return lanes.map(({ actor }): OwnTone => (services.includes(actor) ? ownTone(services.indexOf(actor)) : 0));
  }, [opening, lanes]);
  const step = steps[cursor - 1];
  const at = (step && tickIn(rowsOf(lanes), step)) ?? undefined;
  const cause = at?.cause === null || at === undefined ? undefined : steps[at.cause - 1];
  const causeLane = lanes.findIndex(({ actor }) => actor === cause?.actor);
  return { lanes, tones, shown, here: at, cause: causeLane < 0 ? undefined : cause, causeLane };
}

/** Where the reader wants the film to stop. */
function Breakpoints({ column }: { readonly column: number }) {
  const marks = usePlayback(({ breakpoints }) => breakpoints);
  return marks.map((step) => (
    <circle key={step} cx={stepX(step, column)} cy="23" r="3" className="fill-ink stroke-bg" />
  ));
}
