import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import type { PromiseLine } from './promise-lines.ts';
import { usePromiseWords } from './use-promise-words.ts';

export const PROMISE_LOOK = {
  held: { icon: 'check', ink: 'text-ok-text', word: 'promises.held' },
  'not-yet': { icon: 'clock', ink: 'text-wait-text', word: 'promises.undecided' },
  broken: { icon: 'cross', ink: 'text-fail-text', word: 'promises.broken' },
} as const;

interface PromiseItemProps {
  readonly line: PromiseLine;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One promise in a line: glyph, what it says, and the word for how it stands. A press tells more. */
export function PromiseItem({ line, open, onToggle }: PromiseItemProps) {
  const { t } = useTranslation('player');
  const words = usePromiseWords(line.promise);
  const { icon, ink, word } = PROMISE_LOOK[line.state];
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        title={words.says}
        className={`-mx-1 flex min-h-6 w-[calc(100%+0.5rem)] items-center gap-1.5 rounded-s px-1 text-left text-13 hover:bg-sunk ${open ? 'bg-sunk' : ''}`}
        onClick={onToggle}
      >
        <Icon name={icon} size={14} className={`[stroke-width:2] ${ink}`} />
        <span className="line-clamp-2 min-w-0 flex-1">{words.title}</span>
        <span className={`text-12 font-semibold ${ink}`}>{t(word)}</span>
      </button>
    </li>
  );
}
