import type { NodeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { components } from '#sim/projections/components.ts';
import { type QueueView, queues } from '#sim/projections/queues.ts';
import { useProjection } from '../../session/session.tsx';
import { StateWord } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Anchors } from './Anchors.tsx';
import type { BrokerFlowNode } from './flow.ts';
import type { QueueBox } from './graph.ts';
import { DeadPipe, QueuePipe } from './QueuePipe.tsx';

/** The broker: emulated, and said so. Its exchanges, and every queue as a pipe whose head is next to the counters. */
export function BrokerNode({ data: { box } }: NodeProps<BrokerFlowNode>) {
  const { t } = useTranslation('stage');
  const view = useProjection(queues);
  const { broker, now } = useProjection(components);
  const queueOf = (name: string | null) => view.queues.find((queue) => queue.name === name);
  return (
    <section
      aria-label={t('broker.title')}
      className={`h-full rounded-l border-[1.5px] border-own-0-line bg-own-0 px-2.5 ${now?.actor === 'broker' && view.now.length === 0 ? 'outline-2 outline-offset-2 outline-accent' : ''}`}
    >
      <h3 className="m-0 flex h-8 items-center gap-1.5 text-14 font-semibold whitespace-nowrap">
        <Icon name="broker" className="text-muted" />
        {t('broker.title')}
        <span className="grow" />
        <StateWord status={broker === 'up' ? 'ok' : 'fail'}>{t(`database.${broker}`)}</StateWord>
        <Tag kind="emulated">{t('tag.emulated')}</Tag>
      </h3>
      {box.exchanges.map((name) => (
        <p key={name} className="m-0 flex h-[22px] items-start gap-1.5 truncate text-12 text-muted">
          {t('broker.exchange')}
          <code className="text-12 tracking-[-0.03em] text-ink-2">{name}</code>
          <span className="truncate">
            · {lastOf(view.exchanges.find((one) => one.name === name)?.last?.type, t('broker.noMessage'))}
          </span>
        </p>
      ))}
      {box.queues.map((queue) => (
        <Queue key={queue.name} box={queue} queue={queueOf(queue.name)} dead={queueOf(queue.dead)} now={view.now} />
      ))}
      <Anchors />
    </section>
  );
}

const lastOf = (type: string | undefined, none: string): string => type ?? none;

interface QueueProps {
  readonly box: QueueBox;
  readonly queue: QueueView | undefined;
  readonly dead: QueueView | undefined;
  readonly now: readonly string[];
}

function Queue({ box, queue, dead, now }: QueueProps) {
  return (
    <>
      <QueuePipe name={box.name} queue={queue} limit={box.deliveryLimit} here={now.includes(box.name)} />
      {box.dead !== null && <DeadPipe name={box.dead} queue={dead} here={now.includes(box.dead)} />}
    </>
  );
}
