import { useTranslation } from 'react-i18next';
import { unreachable } from '#sim/model/invariant.ts';
import { components } from '#sim/projections/components.ts';
import { databaseOf, tables, tableOf } from '#sim/projections/tables.ts';
import { useProjection, useSelection } from '../../session/session.tsx';
import { StateWord } from '../../ui/Chip.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { DrawerTable } from './DrawerTable.tsx';
import type { DatabaseBox } from './graph.ts';

interface DrawerProps {
  readonly owner: string;
  readonly box: DatabaseBox;
  /** Its service is down: a reader must see that the database is not. */
  readonly crashed: boolean;
}

/** A service's database, drawn inside its boundary: which engine, whether it is up, and a few rows of what it holds. */
export function Drawer({ owner, box, crashed }: DrawerProps) {
  const { t } = useTranslation('stage');
  const database = databaseOf(useProjection(tables), box.id);
  const state = useProjection(components).databases.find(({ id }) => id === box.id)?.state ?? 'up';
  const select = useSelection((selection) => selection.select);
  if (database === undefined) return null;
  return (
    <div className={`drawer ${shapeOf(box.engine)} ${state === 'down' ? 'drawer-down' : ''}`}>
      <div className={`drawer-page text-12 ${box.engine === 'document' ? 'px-2' : 'px-2.5'}`}>
        <div className="flex h-5 items-center justify-between gap-1.5 whitespace-nowrap">
          <b className="truncate">{database.product}</b>
          <span className="flex items-center gap-1.5">
            {(box.standsFor === null || crashed || state === 'down') && (
              <StateWord status={state === 'up' ? 'ok' : 'fail'}>{t(`database.${state}`)}</StateWord>
            )}
            <EngineTag standsFor={box.standsFor} />
          </span>
        </div>
        {box.shown.map((name, place) => (
          <DrawerTable
            key={name}
            name={name}
            table={tableOf(database, name)}
            slots={box.rowsEach}
            isFirst={place === 0}
            documents={box.engine === 'document'}
            onOpen={() => {
              select({ kind: 'table', service: owner, table: name });
            }}
          />
        ))}
        {box.named.length > 0 && <NamedTables names={box.named} count={(name) => tableOf(database, name)?.rows.size} />}
      </div>
    </div>
  );
}

/** The engine itself, or a real engine in another one's role (A3). */
function EngineTag({ standsFor }: { readonly standsFor: string | null }) {
  const { t } = useTranslation('stage');
  if (standsFor === null) return <Tag kind="real">{t('tag.real')}</Tag>;
  return <Tag kind="stands-for">{t('tag.standsFor', { other: standsFor })}</Tag>;
}

/** Tables there is no room for: their names and how many rows they hold. */
function NamedTables({
  names,
  count,
}: {
  readonly names: readonly string[];
  readonly count: (name: string) => number | undefined;
}) {
  return (
    <p className="m-0 mt-0.5 h-[18px] truncate border-t border-hair pt-px font-mono text-12 tracking-[-0.03em] text-faint">
      {names.map((name) => `${name} ${String(count(name) ?? 0)}`).join(' · ')}
    </p>
  );
}

function shapeOf(engine: DatabaseBox['engine']): string {
  switch (engine) {
    case 'postgres':
      return 'drawer-cylinder';
    case 'sqlite':
      return 'drawer-cylinder drawer-notch';
    case 'document':
      return 'drawer-pages';
    case 'memory':
      return 'drawer-memory';
    default:
      return unreachable(engine);
  }
}
