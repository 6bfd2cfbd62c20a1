import { useTranslation } from 'react-i18next';
import { type QueueView, totalOf } from '#sim/projections/queues.ts';
import { useSelection } from '../../session/session.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';

const SLOTS = 8;

interface QueuePipeProps {
  readonly name: string;
  readonly queue: QueueView | undefined;
  readonly limit: number | null;
  /** This step touched it. */
  readonly here: boolean;
}

/** A queue as a pipe: filled slots wait, hatched ones are out with a consumer and not settled. */
export function QueuePipe({ name, queue, limit, here }: QueuePipeProps) {
  const { t } = useTranslation('stage');
  const { ready = 0, unacked = 0 } = queue ?? {};
  return (
    <div className="mt-[7px]">
      <div className="flex h-[18px] items-center gap-1.5 text-12 whitespace-nowrap">
        <QueueName name={name} />
        {limit !== null && <Tag>{t('queue.tries', { count: limit + 1 })}</Tag>}
        <span className="num ml-auto text-muted">
          {t('queue.total')} <b className="text-ink">{queue === undefined ? 0 : totalOf(queue)}</b>
        </span>
      </div>
      <div
        className={`relative flex h-[22px] items-center gap-2 rounded-full border-[1.5px] border-own-0-line bg-raise pr-4 pl-[7px] text-12 ${here ? 'outline-2 outline-offset-2 outline-accent' : ''}`}
      >
        <Slots queue={queue} />
        <span className="num text-muted">
          {t('queue.ready')} <b className="text-ink">{ready}</b> · {t('queue.unacked')}{' '}
          <b className="text-ink">{unacked}</b>
        </span>
        <i
          aria-hidden="true"
          className="absolute top-[5.5px] right-[5px] border-y-4 border-r-0 border-l-[5px] border-solid border-transparent border-l-own-0-line"
        />
      </div>
    </div>
  );
}

/** The head of the queue is the slot next to the counters. */
function Slots({ queue }: { readonly queue: QueueView | undefined }) {
  const entries = queue?.entries ?? [];
  const places = Array.from({ length: SLOTS }, (_, place) => entries[SLOTS - 1 - place]);
  return (
    <span aria-hidden="true" className="flex min-w-0 flex-1 gap-[3px]">
      {places.map((entry, place) => (
        <i
          key={place}
          className={`h-[9px] max-w-[26px] flex-1 rounded-[2px] ${entry === undefined ? 'bg-hair-2' : entry.state === 'ready' ? 'bg-muted' : 'slot-unacked'}`}
        />
      ))}
    </span>
  );
}

/** Where messages go that nobody could process: dashed, and nothing leaves it by itself. */
export function DeadPipe({ name, queue, here }: Omit<QueuePipeProps, 'limit'>) {
  const { t } = useTranslation('stage');
  const count = queue?.ready ?? 0;
  return (
    <div
      className={`mt-1.5 flex h-[22px] items-center gap-2 rounded-full border-[1.5px] border-dashed border-dead-line px-2 text-12 ${here ? 'outline-2 outline-offset-2 outline-accent' : ''}`}
    >
      <Icon name="skull" size={12} className="text-dead-text" />
      <QueueName name={name} />
      <span className="num ml-auto text-muted">
        {t('queue.dead')} <b className={count > 0 ? 'text-fail-text' : 'text-ink'}>{count}</b>
      </span>
    </div>
  );
}

function QueueName({ name }: { readonly name: string }) {
  const select = useSelection((selection) => selection.select);
  return (
    <button
      type="button"
      className="nodrag nopan min-w-0 truncate border-0 bg-transparent p-0 font-mono text-12 tracking-[-0.03em] text-ink-2 hover:text-accent-text hover:underline"
      onClick={() => {
        select({ kind: 'queue', queue: name });
      }}
    >
      {name}
    </button>
  );
}
