import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { columnFor, leftFor, NAMES_WIDTH, windowAt, type Window, zoomed } from './lane-geometry.ts';

interface LanesScroll {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly column: number;
  readonly room: number;
  readonly span: Window;
  readonly onScroll: () => void;
  readonly zoom: (towards: 1 | -1) => void;
  readonly pan: (towards: 1 | -1) => void;
}

/** What of the lanes is in sight. It follows the cursor, and otherwise the reader. */
export function useLanesScroll(count: number, cursor: number): LanesScroll {
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box);
  const [chosen, setChosen] = useState<number | null>(null);
  const column = chosen ?? columnFor(count, room);
  const [left, setLeft] = useState(0);
  /* Asking the box would have the whole page laid out in the middle of a jump. */
  const scrolledTo = useRef(0);
  const isOurs = useRef(false);
  const span = windowAt(left, room, column, count);

  useLayoutEffect(() => {
    const next = leftFor(cursor, scrolledTo.current, room, column);
    if (next === null) return;
    scrolledTo.current = next;
    setLeft((kept) => (sameWindow(kept, next, room, column, count) ? kept : next));
    // Not taken back when the cursor moves on: it goes to wherever the last move wanted to be.
    requestAnimationFrame(() => {
      isOurs.current = true;
      box.current?.scrollTo({ left: scrolledTo.current });
    });
  }, [cursor, column, room, count]);

  const onScroll = useCallback(() => {
    if (isOurs.current) {
      isOurs.current = false;
      return;
    }
    const scrolled = box.current?.scrollLeft ?? 0;
    scrolledTo.current = scrolled;
    setLeft((kept) => (sameWindow(kept, scrolled, room, column, count) ? kept : scrolled));
  }, [room, column, count]);

  return {
    box,
    column,
    room,
    span,
    onScroll,
    zoom: (towards) => setChosen(zoomed(column, towards)),
    pan: (towards) => box.current?.scrollBy({ left: (towards * room) / 3 }),
  };
}

/** Scrolling within a stride draws nothing again. */
function sameWindow(kept: number, left: number, room: number, column: number, count: number): boolean {
  const [a, b] = [windowAt(kept, room, column, count), windowAt(left, room, column, count)];
  return a.from === b.from && a.to === b.to;
}

/** The width the lanes have beside their names. */
function useRoom(box: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(1000);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setRoom(Math.max(200, element.clientWidth - NAMES_WIDTH));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [box]);
  return room;
}
