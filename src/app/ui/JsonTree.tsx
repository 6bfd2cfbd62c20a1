import type { Json } from '#sim/model/json.ts';
import { isList, isMap } from '#sim/model/json.ts';

interface JsonTreeProps {
  readonly value: Json | undefined;
  /** Levels below this one that stand open at first. */
  readonly open?: number;
}

/** Plain data as text one can fold: what holds other things is a disclosure, the rest is itself. */
export function JsonTree({ value, open = 1 }: JsonTreeProps) {
  if (value === undefined) return null;
  if (isList(value)) {
    return <Branch sign="[]" entries={value.map((item, index) => [String(index), item] as const)} open={open} />;
  }
  if (isMap(value)) return <Branch sign="{}" entries={Object.entries(value)} open={open} />;
  return <JsonLeaf value={value} />;
}

const LEAF = 'font-mono text-13 break-words';

/** One value that holds nothing. `null` is dim and slanted, so that it is not taken for a text. */
export function JsonLeaf({ value }: { readonly value: Json }) {
  if (value === null) return <span className={`${LEAF} text-faint italic`}>NULL</span>;
  if (typeof value === 'string') return <span className={LEAF}>{value}</span>;
  if (typeof value === 'object') return <span className={LEAF}>{JSON.stringify(value)}</span>;
  return <span className={`${LEAF} num`}>{String(value)}</span>;
}

interface BranchProps {
  readonly sign: '[]' | '{}';
  readonly entries: readonly (readonly [string, Json])[];
  readonly open: number;
}

function Branch({ sign, entries, open }: BranchProps) {
  if (entries.length === 0) return <span className={`${LEAF} text-faint`}>{sign}</span>;
  return (
    <details open={open > 0} className="min-w-0">
      <summary className={`${LEAF} w-fit text-faint marker:text-faint`}>
        {sign.charAt(0)}
        <span className="num">{entries.length}</span>
        {sign.charAt(1)}
      </summary>
      <ul className="m-0 list-none border-l border-hair pl-3">
        {entries.map(([key, item]) => (
          <li key={key} className="flex min-w-0 flex-wrap gap-x-1.5">
            <span className="font-mono text-13 text-muted">{key}:</span>
            <JsonTree value={item} open={open - 1} />
          </li>
        ))}
      </ul>
    </details>
  );
}
