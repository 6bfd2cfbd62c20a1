import { useTranslation } from 'react-i18next';
import type { HandlerRun } from '#sim/projections/handler-runs.ts';
import { useCursor, useRun, useSeek } from '../../session/session.tsx';
import { Chip, type Status } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { lineJumps } from './line-jumps.ts';

const STATUS = {
  running: 'active',
  ok: 'ok',
  refused: 'wait',
  failed: 'fail',
  died: 'fail',
} as const satisfies Record<HandlerRun['state'], Status>;

/** How far the handler is, and the ways to its neighbouring lines. */
export function RunState({ run }: { readonly run: HandlerRun }) {
  const { t } = useTranslation('inspector');
  const steps = useRun((state) => state.trace.steps);
  const cursor = useCursor();
  const seek = useSeek();
  const { previous, next } = lineJumps(steps, cursor, run);
  const go = (step: number | null) => () => {
    if (step !== null) seek(step);
  };
  return (
    <div className="flex items-center gap-1">
      <Chip status={STATUS[run.state]} glyph={run.state === 'died' ? 'bolt' : undefined} soft>
        {t(`code.state.${run.state}`)}
      </Chip>
      <IconButton icon="up" label={t('code.previousLine')} isDisabled={previous === null} onPress={go(previous)} />
      <IconButton icon="down" label={t('code.nextLine')} isDisabled={next === null} onPress={go(next)} />
    </div>
  );
}
