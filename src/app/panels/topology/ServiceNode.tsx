import type { NodeProps } from '@xyflow/react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { components, type InstanceState } from '#sim/projections/components.ts';
import { useProjection, useSelection } from '../../session/session.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { OWN_EDGE, OWN_GROUND, OWN_INK, serviceIcon } from '../../ui/service-look.ts';
import { Tag } from '../../ui/Tag.tsx';
import { Anchors } from './Anchors.tsx';
import { Drawer } from './Drawer.tsx';
import type { ServiceFlowNode } from './flow.ts';
import type { ServiceBox } from './graph.ts';
import { ProcessBox } from './ProcessBox.tsx';

/** A service: one dashed boundary around its processes and the database that only it may open. */
export function ServiceNode({ data: { box } }: NodeProps<ServiceFlowNode>) {
  const { t } = useTranslation('stage');
  const { instances, now } = useProjection(components);
  const own = instances.filter(({ service }) => service === box.actor);
  const down = own.length > 0 && own.every(({ state }) => state === 'crashed');
  const tone = { '--line': `var(--own-${String(box.tone)}-line)`, '--ground': `var(--own-${String(box.tone)})` };
  return (
    <section
      aria-label={box.title}
      style={tone as CSSProperties}
      className={`isolate h-full rounded-xl border-[1.5px] border-dashed px-2 ${OWN_GROUND[box.tone]} ${OWN_EDGE[box.tone]}`}
    >
      <TitleRow box={box} instance={own[0]} />
      <div className="flex gap-1.5">
        {(own.length > 0 ? own : [undefined]).map((instance, place) => (
          <ProcessBox
            key={instance?.instance ?? place}
            box={box}
            instance={instance}
            here={now?.actor === box.actor && (now.instance === instance?.instance || own.length < 2)}
          />
        ))}
      </div>
      {box.database === null ? (
        <p className="m-0 pt-1.5 text-center text-12 text-muted">{t('database.none')}</p>
      ) : (
        <>
          <i
            aria-hidden="true"
            className={`mx-auto block h-2.5 w-0 border-l-[1.5px] ${down ? 'border-dashed border-fail' : OWN_EDGE[box.tone]}`}
          />
          <Drawer owner={box.actor} box={box.database} crashed={down} />
        </>
      )}
      <Anchors />
    </section>
  );
}

/** Who it is; its name opens its insides. */
function TitleRow({ box, instance }: { readonly box: ServiceBox; readonly instance: InstanceState | undefined }) {
  const select = useSelection((selection) => selection.select);
  return (
    <div className="flex h-[30.5px] items-center gap-1.5 px-1">
      <Icon name={serviceIcon(box.actor)} className={OWN_INK[box.tone]} />
      <button
        type="button"
        className="nodrag nopan min-w-0 truncate border-0 bg-transparent p-0 text-14 font-semibold tracking-[-0.01em] text-ink hover:underline"
        onClick={() => {
          select({ kind: 'service', service: box.actor });
        }}
      >
        {box.title}
      </button>
      <span className="grow" />
      {instance !== undefined && instance.version !== 'v1' && <Tag>{instance.version}</Tag>}
      {box.relay && <Relay relay={instance?.relay ?? { state: 'idle', left: 0 }} />}
    </div>
  );
}

/** The process beside the process: it publishes what the outbox holds. */
function Relay({ relay }: { readonly relay: InstanceState['relay'] }) {
  const { t } = useTranslation('stage');
  const tone = { idle: 'text-muted', publishing: 'font-semibold text-active-text', crashed: 'text-fail-text' };
  return (
    <span className={`text-12 whitespace-nowrap ${tone[relay.state]}`}>
      {t(`relay.${relay.state}`, { count: relay.left })}
    </span>
  );
}
