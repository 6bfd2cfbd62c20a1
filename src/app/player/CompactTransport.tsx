import { useTranslation } from 'react-i18next';
import { Scrubber } from './Scrubber.tsx';
import { CompactKeys, StoryKeys } from './Transport.tsx';
import { useMoves } from './use-moves.ts';
import { Where } from './Where.tsx';

/** The transport for a thumb: step back, play, step on, where one is; under it the scrubber and the ways along the story. */
export function CompactTransport() {
  const { t } = useTranslation('player');
  const moves = useMoves();
  return (
    <section
      id="transport"
      tabIndex={-1}
      aria-label={t('transport.label')}
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-t border-hair bg-bg px-4 py-2 outline-none max-sm:px-3"
    >
      <CompactKeys moves={moves} />
      <Where />
      <Scrubber />
      <StoryKeys moves={moves} />
    </section>
  );
}
