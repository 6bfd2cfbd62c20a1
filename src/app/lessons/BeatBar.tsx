import { useTranslation } from 'react-i18next';
import { useCursor, useSeek } from '../session/session.tsx';
import { hotkeyOf } from '../commands/key-names.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { type Stop, stopAt } from './story.ts';

/** `Beat 4 of 7`, a dot for each, and the way to the neighbours. */
export function BeatBar({ stops }: { readonly stops: readonly Stop[] }) {
  const { t } = useTranslation('lessons');
  const cursor = useCursor();
  const seek = useSeek();
  const at = stopAt(stops, cursor);
  const next = stops[at + 1];
  const previous = stops.findLast((stop) => stop.cursor < cursor);
  return (
    <div className="flex items-center gap-2">
      <p className="kick num">{t('beatOf', { beat: at + 1, count: stops.length })}</p>
      <span aria-hidden="true" className="flex flex-1 flex-wrap gap-1">
        {stops.map((stop, index) => (
          <span
            key={stop.cursor}
            className={`size-1.5 rounded-full border ${index === at ? 'border-accent bg-accent shadow-[0_0_0_2px_var(--accent-soft)]' : index < at ? 'border-border bg-border' : 'border-border bg-raise'}`}
          />
        ))}
      </span>
      <IconButton
        icon="previous"
        size="small"
        label={t('previous')}
        hotkey={hotkeyOf('previousBeat')}
        isDisabled={previous === undefined}
        onPress={() => {
          if (previous !== undefined) seek(previous.cursor);
        }}
      />
      <IconButton
        icon="next"
        size="small"
        label={t('next')}
        hotkey={hotkeyOf('nextBeat')}
        isDisabled={next === undefined}
        onPress={() => {
          if (next !== undefined) seek(next.cursor);
        }}
      />
    </div>
  );
}
