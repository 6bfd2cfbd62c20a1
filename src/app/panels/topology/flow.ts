import type { Edge, Node } from '@xyflow/react';
import type { BrokerBox, ClientBox, ServiceBox, Topology } from './graph.ts';
import { BROKER, type Layout, type Placed } from './layout.ts';
import type { RoutedWire } from './routes.ts';

export type ClientFlowNode = Node<{ readonly box: ClientBox }, 'client'>;
export type ServiceFlowNode = Node<{ readonly box: ServiceBox }, 'service'>;
export type BrokerFlowNode = Node<{ readonly box: BrokerBox }, 'broker'>;
export type StageNode = ClientFlowNode | ServiceFlowNode | BrokerFlowNode;
export type WireFlowEdge = Edge<{ readonly wire: RoutedWire }, 'wire'>;

/** The layout in React Flow's terms. Nothing in it depends on the cursor, so a step moves no node and no edge. */
export function flowOf(
  topology: Topology,
  layout: Layout,
): { readonly nodes: StageNode[]; readonly edges: WireFlowEdge[] } {
  const node = <Kind extends StageNode>(id: string, rest: Pick<Kind, 'type' | 'data'>): readonly Kind[] => {
    const box = layout.boxes.get(id);
    return box === undefined ? [] : [{ id, ...placedAt(box), ...rest } as Kind];
  };
  const nodes = [
    ...topology.clients.flatMap((box) =>
      node<ClientFlowNode>(`client:${box.actor}`, { type: 'client', data: { box } }),
    ),
    ...topology.services.flatMap((box) =>
      node<ServiceFlowNode>(`service:${box.actor}`, { type: 'service', data: { box } }),
    ),
    ...(topology.broker === null
      ? []
      : node<BrokerFlowNode>(BROKER, { type: 'broker', data: { box: topology.broker } })),
  ];
  return { nodes, edges: layout.wires.map(edgeOf) };
}

const placedAt = ({ x, y, width, height }: Placed) => ({ position: { x, y }, width, height });

const edgeOf = (wire: RoutedWire): WireFlowEdge => ({
  id: wire.id,
  type: 'wire',
  source: nodeAt(wire.from),
  target: nodeAt(wire.to),
  data: { wire },
  zIndex: 5,
});

const nodeAt = ({ kind, id }: RoutedWire['from']): string =>
  kind === 'queue' || kind === 'exchange' ? BROKER : `${kind}:${id}`;
