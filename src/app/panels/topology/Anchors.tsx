import { Handle, Position } from '@xyflow/react';

const HIDDEN = { top: '50%', left: '50%', width: 1, height: 1, opacity: 0, pointerEvents: 'none' } as const;

/** React Flow draws an edge only between handles. Ours know their own way, so these two are there and nothing else. */
export function Anchors() {
  return (
    <>
      <Handle type="source" position={Position.Right} isConnectable={false} style={HIDDEN} />
      <Handle type="target" position={Position.Left} isConnectable={false} style={HIDDEN} />
    </>
  );
}
