import { ReactFlow, useReactFlow } from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../commands/use-command.ts';
import { BrokerNode } from './BrokerNode.tsx';
import { ClientNode } from './ClientNode.tsx';
import { fitted } from './fit.ts';
import { flowOf } from './flow.ts';
import type { Topology } from './graph.ts';
import type { Layout } from './layout.ts';
import { ServiceNode } from './ServiceNode.tsx';
import { StepMarks } from './StepMarks.tsx';
import { WireEdge } from './WireEdge.tsx';
import { ZoomControls } from './ZoomControls.tsx';

const NODE_TYPES = { client: ClientNode, service: ServiceNode, broker: BrokerNode };
const EDGE_TYPES = { wire: WireEdge };

/** The picture itself. It can be moved and zoomed; what is on it stays where it is. */
export function TopologyFlow({ topology, layout }: { readonly topology: Topology; readonly layout: Layout }) {
  const { t } = useTranslation('stage');
  const { nodes, edges } = useMemo(() => flowOf(topology, layout), [topology, layout]);
  const { box, fit, leave } = useFit(layout);
  useCommand({ id: 'fit', run: fit });
  const move = useMove();
  const free = move === null || move.on;
  return (
    <div ref={box} data-still={free ? undefined : ''} className="absolute inset-0">
      <ReactFlow
        aria-label={t('topology')}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnDoubleClick={false}
        panOnDrag={free}
        zoomOnScroll={free}
        preventScrolling={free}
        disableKeyboardA11y
        attributionPosition="bottom-center"
        minZoom={0.3}
        maxZoom={2}
        onInit={fit}
        onMoveStart={(event) => {
          if (event !== null) leave();
        }}
        ariaLabelConfig={{ 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' }}
      >
        <StepMarks wires={layout.wires} />
      </ReactFlow>
      <ZoomControls onFit={fit} move={move} />
    </div>
  );
}

/** One finger scrolls the page and must not be caught by the picture; a switch lends it the finger. */
function useMove(): { readonly on: boolean; readonly toggle: () => void } | null {
  const [on, setOn] = useState(false);
  const isFinger = useSyncExternalStore(subscribeToPointer, hasCoarsePointer);
  return isFinger ? { on, toggle: () => setOn(!on) } : null;
}

const COARSE = '(pointer: coarse)';

const hasCoarsePointer = (): boolean => window.matchMedia(COARSE).matches;

function subscribeToPointer(onChange: () => void): () => void {
  const query = window.matchMedia(COARSE);
  query.addEventListener('change', onChange);
  return () => {
    query.removeEventListener('change', onChange);
  };
}

/** Shows all of it, and goes on doing so as the room changes until the reader moves it. */
function useFit(layout: Layout) {
  const { setViewport } = useReactFlow();
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const show = useCallback(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = box.current ?? {};
    if (width > 0 && height > 0) void setViewport(fitted(layout, { width, height }));
  }, [layout, setViewport]);
  useLayoutEffect(() => {
    follows.current = true;
    show();
    const observer = new ResizeObserver(() => {
      if (follows.current) show();
    });
    if (box.current !== null) observer.observe(box.current);
    return () => {
      observer.disconnect();
    };
  }, [show]);
  const fit = () => {
    follows.current = true;
    show();
  };
  const leave = () => {
    follows.current = false;
  };
  return { box, fit, leave };
}
