import { useTranslation } from 'react-i18next';
import { components } from '#sim/projections/components.ts';
import { queues as queuesProjection, totalOf } from '#sim/projections/queues.ts';
import { databaseOf, tables } from '#sim/projections/tables.ts';
import { useProjection } from '../../session/session.tsx';
import type { ServiceBox, Topology, Wire } from './graph.ts';

/** Everything on the picture in words, at the same step: who is there, in which state, and which ways there are. */
export function TopologyList({ topology }: { readonly topology: Topology }) {
  const { t } = useTranslation('stage');
  const { clients } = useProjection(components);
  return (
    <div className="flex max-w-prose flex-col gap-4 text-13">
      <Part title={t('list.clients')}>
        {topology.clients.map(({ actor, title }) => {
          const client = clients.find(({ id }) => id === actor);
          const status = client?.status ?? null;
          const state = status === null ? t(`client.${client?.state ?? 'idle'}`) : String(status);
          return (
            <li key={actor}>
              <b>{title}</b>: {state}
            </li>
          );
        })}
      </Part>
      <Part title={t('list.services')}>
        {topology.services.map((service) => (
          <ServiceItem key={service.actor} service={service} />
        ))}
      </Part>
      {topology.broker !== null && <Queues />}
      <Part title={t('list.wires')}>
        {topology.wires.map((wire) => (
          <li key={wire.id}>
            <WireText wire={wire} topology={topology} />
          </li>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <h3 className="mt-0 mb-1 text-14 font-semibold">{title}</h3>
      <ul className="m-0 flex list-disc flex-col gap-1 pl-5">{children}</ul>
    </div>
  );
}

function ServiceItem({ service }: { readonly service: ServiceBox }) {
  const { t } = useTranslation('stage');
  const { instances, databases } = useProjection(components);
  const database = databaseOf(useProjection(tables), service.database?.id ?? '');
  const state = databases.find(({ id }) => id === database?.id)?.state ?? 'up';
  const own = instances.filter((one) => one.service === service.actor);
  return (
    <li>
      <b>{service.title}</b>:{' '}
      {own.map((one) => `${one.latest ?? t(`work.${service.work}`)} ${t(`instance.${one.state}`)}`).join(', ')}
      {database === undefined ? (
        <> · {t('database.none')}</>
      ) : (
        <>
          <br />
          {database.product} (
          {database.standsFor === null ? t('tag.real') : t('tag.standsFor', { other: database.standsFor })}
          ), {t(`database.${state}`)}:{' '}
          {database.tables
            .filter(({ name, system, rows }) => !system || (rows.size > 0 && name !== 'schema_history'))
            .map(({ name, rows }) => t('list.table', { name, count: rows.size }))
            .join(', ')}
        </>
      )}
    </li>
  );
}

function Queues() {
  const { t } = useTranslation('stage');
  const { queues } = useProjection(queuesProjection);
  return (
    <Part title={t('list.queues')}>
      {queues.map((queue) => (
        <li key={queue.name}>
          <code>{queue.name}</code>:{' '}
          {t('list.queue', { ready: queue.ready, unacked: queue.unacked, total: totalOf(queue) })}
        </li>
      ))}
    </Part>
  );
}

function WireText({ wire, topology }: { readonly wire: Wire; readonly topology: Topology }) {
  const { t } = useTranslation('stage');
  const named = [...topology.clients, ...topology.services];
  const title = (id: string) => named.find(({ actor }) => actor === id)?.title ?? id;
  return t(`wire.${wire.kind}`, { from: title(wire.from.id), to: title(wire.to.id), label: wire.label });
}
