import { usePanelRef } from 'react-resizable-panels';
import { useCommand } from '../commands/use-command.ts';

type PanelRef = ReturnType<typeof usePanelRef>;

const isFolded = ({ current }: PanelRef): boolean => current?.isCollapsed() ?? false;

function fold({ current }: PanelRef, away: boolean): void {
  if (away) current?.collapse();
  else current?.expand();
}

export interface Room {
  readonly story: PanelRef;
  readonly inspector: PanelRef;
  readonly lower: PanelRef;
}

/** Folds panels away and back: the inspector alone, or all around the stage so that it has the whole room. */
export function useRoom(): Room {
  const room = { story: usePanelRef(), inspector: usePanelRef(), lower: usePanelRef() };
  const around = [room.story, room.inspector, room.lower];
  useCommand({
    id: 'drawer',
    run: () => {
      fold(room.inspector, !isFolded(room.inspector));
    },
  });
  useCommand({
    id: 'maximise',
    run: () => {
      const away = !around.every(isFolded);
      for (const panel of around) fold(panel, away);
    },
  });
  return room;
}
