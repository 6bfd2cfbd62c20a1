import { posix } from 'node:path';
import ts from 'typescript';

/** A file of `src`, with its path from there: `sim/kernel/agenda.ts`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** `sim/kernel/agenda.ts` for a file of ours, the name itself for a package. */
  readonly target: string;
  readonly isOurs: boolean;
  /** Gone after compilation. */
  readonly isTypeOnly: boolean;
  /** Loaded when asked for, so its bytes are not part of the importer's. */
  readonly isDynamic: boolean;
}

/** Tests and what only they use may reach anywhere; the rules hold for what ships. */
export const isForTests = (path: string): boolean => /\.test\.tsx?$|(^|\/)testing\//.test(path);

const ALIAS = /^#(sim|engines|host)\//;

function resolve(from: string, specifier: string): Pick<Import, 'target' | 'isOurs'> {
  const bare = specifier.replace(/\?.*$/, '');
  if (ALIAS.test(bare)) return { target: bare.slice(1), isOurs: true };
  if (bare.startsWith('.')) return { target: posix.join(posix.dirname(from), bare), isOurs: true };
  return { target: bare, isOurs: false };
}

function parse({ path, text }: Source): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  const areAllTypes = named !== undefined && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly);
  return clause.name === undefined && areAllTypes;
}

/** Every file and package a file names, in the order it names them: imports, re-exports, `import()`, `new URL()`. */
export function importsOf(source: Source): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, how: Pick<Import, 'isTypeOnly' | 'isDynamic'>) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    found.push({ ...resolve(source.path, specifier.text), ...how });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, { isTypeOnly: isTypeOnly(node), isDynamic: false });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], { isTypeOnly: false, isDynamic: true });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, { isTypeOnly: true, isDynamic: false });
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.length === 2) {
      add(node.arguments[0], { isTypeOnly: false, isDynamic: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(source));
  return found;
}

const WORD = /[\w$]$/;
const STARTS_WORD = /^[\w$]/;

/** The code without its comments and with one way to space it, so that no layout hides a word: `Math\n .random` is `Math.random`. */
export function codeOf(source: Source): string {
  const file = parse(source);
  let code = '';
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length > 0) {
      children.forEach(visit);
      return;
    }
    const token = node.getText(file);
    code += WORD.test(code) && STARTS_WORD.test(token) ? ` ${token}` : token;
  };
  visit(file);
  return code;
}
