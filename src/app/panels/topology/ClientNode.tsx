import type { NodeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { type ClientState, components } from '#sim/projections/components.ts';
import { useProjection } from '../../session/session.tsx';
import { Chip, type Status } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Anchors } from './Anchors.tsx';
import type { ClientFlowNode } from './flow.ts';

const STATUS = {
  idle: 'idle',
  waiting: 'wait',
  answered: 'ok',
  failed: 'fail',
  unknown: 'doubt',
} satisfies Record<ClientState['state'], Status>;

/** A client and what it knows: nothing yet, an answer, or not even whether its request was carried out. */
export function ClientNode({ data: { box } }: NodeProps<ClientFlowNode>) {
  const { t } = useTranslation('stage');
  const { clients, now } = useProjection(components);
  const client = clients.find(({ id }) => id === box.actor);
  const state = client?.state ?? 'idle';
  const status = client?.status ?? null;
  const refused = state === 'answered' && (status ?? 0) >= 400;
  const here = now?.actor === box.actor;
  return (
    <section
      aria-label={box.title}
      className={`h-full rounded-l border-[1.5px] border-own-0-line bg-raise px-2.5 py-2 text-12 ${here ? 'outline-2 outline-offset-2 outline-accent' : ''}`}
    >
      <h3 className="m-0 flex items-center gap-1.5 truncate text-14 font-semibold">
        <Icon name="person" className="text-muted" />
        {box.title}
      </h3>
      <p className="mt-px mb-1.5 text-muted">{t('client.role')}</p>
      <Chip status={refused ? 'fail' : STATUS[state]}>{status === null ? t(`client.${state}`) : String(status)}</Chip>
      <Anchors />
    </section>
  );
}
