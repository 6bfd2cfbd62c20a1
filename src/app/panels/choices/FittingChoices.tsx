import { useLayoutEffect, useRef, useState } from 'react';
import { ChoicesMenu } from './ChoicesMenu.tsx';
import { ChoicesPanel } from './ChoicesPanel.tsx';

/** The choices in a row, as long as the row has room for all of them; otherwise behind one button. */
export function FittingChoices() {
  const room = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const [fits, setFits] = useState(true);

  useLayoutEffect(() => {
    const measure = () => {
      if (room.current !== null && row.current !== null) setFits(row.current.offsetWidth <= room.current.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (room.current !== null) observer.observe(room.current);
    if (row.current !== null) observer.observe(row.current);
    return () => {
      observer.disconnect();
    };
  }, []);

  return (
    <div ref={room} className="relative flex h-full min-w-0 flex-1 items-center justify-end overflow-x-clip">
      <div ref={row} inert={!fits} className={`w-max flex-none ${fits ? '' : 'invisible absolute'}`}>
        <ChoicesPanel layout="row" />
      </div>
      {!fits && <ChoicesMenu />}
    </div>
  );
}
