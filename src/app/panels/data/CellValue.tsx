import type { Json } from '#sim/model/json.ts';
import { JsonTree } from '../../ui/JsonTree.tsx';
import type { ShownCell } from './shown-rows.ts';

/** The value of a column, after what it was when it changed. */
export function CellValue({ cell, wasLabel }: { readonly cell: ShownCell; readonly wasLabel: string }) {
  const { value, was } = cell;
  return (
    <>
      {was !== undefined && (
        <del className="mr-1.5 text-faint">
          <span className="sr-only">{wasLabel} </span>
          {shownValue(was)}
        </del>
      )}
      {value !== undefined && shownValue(value)}
    </>
  );
}

/** A function, not a component: a page of a table has a thousand values, and most of them are a word. */
function shownValue(value: Json) {
  if (value === null) return <span className="text-faint italic">NULL</span>;
  if (typeof value === 'object') return <JsonTree value={value} open={0} />;
  return String(value);
}
