import { JsonLeaf, JsonTree } from '../../ui/JsonTree.tsx';
import type { ShownCell } from './shown-rows.ts';

/** The value of a column, after what it was when it changed. */
export function CellValue({ cell, wasLabel }: { readonly cell: ShownCell; readonly wasLabel: string }) {
  const { value, was } = cell;
  if (value === undefined && was === undefined) return null;
  return (
    <>
      {was !== undefined && (
        <del className="mr-1.5 text-faint">
          <span className="sr-only">{wasLabel} </span>
          <Value value={was} />
        </del>
      )}
      {value !== undefined && <Value value={value} />}
    </>
  );
}

function Value({ value }: { readonly value: Exclude<ShownCell['value'], undefined> }) {
  const folds = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return folds ? <JsonTree value={value} open={0} /> : <JsonLeaf value={value} />;
}
