import { useState } from 'react';
import { LinkTroubleNote } from '../sharing/LinkNotes.tsx';
import type { LinkState, LinkProblem } from '../sharing/link-state.ts';

interface LinkNoticeProps {
  readonly problems: readonly LinkProblem[];
  readonly nearest: LinkState;
}

/** What of the link could not be used; what is on screen is the nearest run. */
export function LinkNotice({ problems, nearest }: LinkNoticeProps) {
  const [read, setRead] = useState(false);
  if (read || problems.length === 0) return null;
  return (
    <div className="flex-none border-b border-hair bg-bg px-4 py-2">
      <LinkTroubleNote
        trouble={{ problems, nearest }}
        onClose={() => {
          setRead(true);
        }}
      />
    </div>
  );
}
