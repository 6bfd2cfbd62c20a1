import { useTranslation } from 'react-i18next';

const TOKENS = [
  { name: 'command', letter: 'C', path: 'M-11-9H4L12 0 4 9H-11z', hollow: false },
  { name: 'event', letter: 'E', path: 'M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0', hollow: false },
  { name: 'request', letter: 'Q', path: 'M0-12 12 0 0 12-12 0z', hollow: false },
  { name: 'reply', letter: 'R', path: 'M0-12 12 0 0 12-12 0z', hollow: true },
] as const;

/** What the shapes of the stage mean. */
export function Legend() {
  const { t } = useTranslation('player');
  return (
    <ul
      aria-label={t('legend.label')}
      className="m-0 flex flex-none list-none flex-wrap items-center gap-x-3.5 p-0 text-12 text-muted"
    >
      {TOKENS.map((token) => (
        <li key={token.name} className="flex items-center gap-1.5">
          <Token letter={token.letter} path={token.path} hollow={token.hollow} />
          {t(`legend.${token.name}`)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <i aria-hidden="true" className="h-2.5 w-3.5 rounded-[2px] bg-edge" />
        {t('legend.ready')}
      </li>
      <li className="flex items-center gap-1.5">
        <i
          aria-hidden="true"
          className="h-2.5 w-3.5 rounded-[2px] border border-edge bg-[repeating-linear-gradient(135deg,var(--edge)_0_2px,transparent_2px_5px)]"
        />
        {t('legend.unacked')}
      </li>
      <li className="flex items-center gap-1.5">
        <i aria-hidden="true" className="w-5 border-t-[1.5px] border-dashed border-border" />
        {t('legend.owned')}
      </li>
    </ul>
  );
}

function Token({ letter, path, hollow }: { readonly letter: string; readonly path: string; readonly hollow: boolean }) {
  return (
    <svg aria-hidden="true" width="22" height="22" viewBox="-14 -14 28 28">
      <path d={path} className={hollow ? 'fill-none stroke-muted [stroke-width:1.6]' : 'fill-muted'} />
      <text
        y="4.3"
        x={letter === 'C' ? -1.5 : 0}
        textAnchor="middle"
        className={`text-12 font-bold ${hollow ? 'fill-muted' : 'fill-bg'}`}
      >
        {letter}
      </text>
    </svg>
  );
}
