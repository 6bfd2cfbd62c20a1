import { ViewportPortal } from '@xyflow/react';
import { moving as movingProjection } from '#sim/projections/moving.ts';
import { useProjection, useStep } from '../../session/session.tsx';
import type { RoutedWire } from './routes.ts';
import { MovingToken, RestingTokens } from './Tokens.tsx';
import { StepFlag } from './StepFlag.tsx';

/** Over the cards: the one message that moves at this step, what is said beside it, and what is on its way meanwhile. */
export function StepMarks({ wires }: { readonly wires: readonly RoutedWire[] }) {
  const moving = useProjection(movingProjection).now;
  const step = useStep();
  const wire = moving === null ? undefined : wires.find(({ id }) => id === moving.wire);
  return (
    <ViewportPortal>
      {wires.map((one) => (
        <RestingTokens key={one.id} wire={one} />
      ))}
      {moving !== null && wire !== undefined && step !== null && (
        <>
          <MovingToken key={step.number} moving={moving} wire={wire} />
          <StepFlag step={step} moving={moving} at={wire.flag} />
        </>
      )}
    </ViewportPortal>
  );
}
