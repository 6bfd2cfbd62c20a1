import type { ASTNode } from '@marcbachmann/cel-js';
import type { ExpressionProblem } from '../expression.ts';
import { FUNCTIONS, METHODS, TYPE_NAMES } from './environment.ts';
import { nearest } from './nearest.ts';

/** A free name where it stands in the text. */
export interface Reference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface Inspection {
  readonly references: readonly Reference[];
  readonly problem: ExpressionProblem | null;
}

const MACROS = new Set(['map', 'filter', 'all', 'exists', 'exists_one']);
/** Deep enough for rows of three tables, shallow enough to end. */
const NESTING_LIMIT = 3;

/** Reads a parsed expression without evaluating it: which names it needs, and whether it calls something it must not. */
export function inspect(ast: ASTNode): Inspection {
  const reader = new Reader();
  reader.visit(ast, new Set(), 0);
  return { references: reader.references, problem: reader.problem };
}

class Reader {
  readonly references: Reference[] = [];
  problem: ExpressionProblem | null = null;

  visit(node: ASTNode, bound: ReadonlySet<string>, nesting: number): void {
    switch (node.op) {
      case 'value':
        return;
      case 'id':
        return this.#name(node, node.args, bound);
      case '.':
      case '.?':
        return this.visit(node.args[0], bound, nesting);
      case 'call':
        this.#known(node, node.args[0], FUNCTIONS);
        return this.#all(node.args[1], bound, nesting);
      case 'rcall':
        return this.#method(node, node.args, bound, nesting);
      case 'list':
        return this.#all(node.args, bound, nesting);
      case 'map':
        return this.#all(node.args.flat(), bound, nesting);
      case '!_':
      case '-_':
        return this.visit(node.args, bound, nesting);
      default:
        return this.#all(node.args, bound, nesting);
    }
  }

  #all(nodes: readonly ASTNode[], bound: ReadonlySet<string>, nesting: number): void {
    for (const node of nodes) this.visit(node, bound, nesting);
  }

  #name(node: ASTNode, name: string, bound: ReadonlySet<string>): void {
    if (bound.has(name) || TYPE_NAMES.includes(name)) return;
    if (name === 'google' || name === 'cel')
      return this.#refuse(node, 'expr-name', `Nothing here is called \`${name}\`.`);
    this.references.push({ name, start: node.start, end: node.end });
  }

  #method(node: ASTNode, call: [string, ASTNode, ASTNode[]], bound: ReadonlySet<string>, nesting: number): void {
    const [name, receiver, args] = call;
    this.#known(node, name, METHODS);
    this.visit(receiver, bound, nesting);
    const [variable, ...bodies] = args;
    if (!MACROS.has(name) || variable?.op !== 'id') return this.#all(args, bound, nesting);
    if (nesting >= NESTING_LIMIT) {
      this.#refuse(node, 'expr-type', `\`${name}\` stands inside ${String(NESTING_LIMIT)} others; that is too deep.`);
    }
    this.#all(bodies, new Set([...bound, variable.args]), nesting + 1);
  }

  #known(node: ASTNode, name: string, allowed: readonly string[]): void {
    if (allowed.includes(name)) return;
    this.#refuse(node, 'expr-name', `There is no function \`${name}\`.`, nearest(name, allowed));
  }

  #refuse(node: ASTNode, code: ExpressionProblem['code'], message: string, near: string | null = null): void {
    this.problem ??= { code, message, start: node.start, end: node.end, near };
  }
}
