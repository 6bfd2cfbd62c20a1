import { useTranslation } from 'react-i18next';
import { milliseconds } from '../../ui/figures.ts';
import { TIME_WIDTH } from './sequence-layout.ts';

/** Quiet time, torn out: a zigzag across and how long nothing happened. */
export function TornPaper({ y, width, ms }: { readonly y: number; readonly width: number; readonly ms: number }) {
  const { t } = useTranslation('stage');
  const teeth = Math.ceil((width - TIME_WIDTH) / 12);
  const zigzag = Array.from(
    { length: teeth },
    (_, tooth) => `l6 ${tooth % 2 === 0 ? '-4' : '4'}l6 ${tooth % 2 === 0 ? '4' : '-4'}`,
  );
  return (
    <g>
      <path d={`M${String(TIME_WIDTH)} ${String(y)}${zigzag.join('')}`} className="fill-none stroke-rule" />
      <text
        x={TIME_WIDTH + 8}
        y={y + 4}
        className="num fill-faint text-12 [paint-order:stroke] [stroke-width:6px] [stroke:var(--bg)]"
      >
        {t('sequence.quiet', { time: milliseconds(ms) })}
      </text>
    </g>
  );
}
