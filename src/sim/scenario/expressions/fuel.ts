import type { ASTNode } from '@marcbachmann/cel-js';

/** Turns of all loops together that one evaluation may take. */
export const TURNS_LIMIT = 2_000_000;

/** What an evaluation has left. CEL always ends, but three loops over long tables end after hours. */
export interface Fuel {
  left: number;
}

interface Loop {
  readonly op: string;
  readonly args: { readonly step: unknown; condition?: (soFar: unknown) => boolean };
}

/** Makes every loop of an expression, asked before each of its turns whether it goes on, burn fuel. */
export function meterLoops(root: ASTNode, fuel: Fuel): void {
  for (const node of nodesOf(root)) {
    const loop = loopOf(node);
    if (loop === null) continue;
    const goesOn = loop.args.condition;
    loop.args.condition = (soFar) => {
      if (--fuel.left < 0) throw new RangeError('This expression looks at too many rows.');
      return goesOn === undefined || goesOn(soFar);
    };
  }
}

/** The parser keeps what a macro stands for beside its node. */
function loopOf(node: ASTNode): Loop | null {
  const { meta } = node as unknown as { readonly meta: { readonly alternate?: Loop } };
  return meta.alternate?.op === 'comprehension' ? meta.alternate : null;
}

function nodesOf(node: ASTNode): ASTNode[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'list':
      return node.args;
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}
