import {
  Composer,
  type CST,
  type Document,
  isMap,
  isScalar,
  type Node,
  Parser,
  visit,
  type YAMLError,
  YAMLParseError,
} from 'yaml';
import { invariant } from '../model/invariant.ts';
import { isMap as isJsonMap, type Json, type JsonMap } from '../model/json.ts';
import type { Diagnostic } from './diagnostic.ts';
import { LIMITS } from './limits.ts';
import { type Places, type SourceText, sourceText, type Span } from './place.ts';
import { placedAt } from './problem.ts';
import { lexed } from './yaml-nesting.ts';
import { spanOf, YamlTree } from './yaml-tree.ts';

export interface ReadYaml {
  /** The file as plain JSON, or null when it is no map. */
  readonly map: JsonMap | null;
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/** So many findings of one file are reported; a file with more has one mistake that makes all of them. */
const MOST_FINDINGS = 100;

/** Reads one YAML 1.2 file: no tags, no merge keys, no second document; the places of all values go to `places`. */
export function readYaml(file: string, text: string, places: Places): ReadYaml {
  const source = sourceText(file, text);
  const refused = (span: Span, code: string, message: string): ReadYaml => {
    return { map: null, source, diagnostics: [placedAt(source, span, finding(code, message))] };
  };
  if (text.length > LIMITS.bytes) return refused({ start: 0, end: 0 }, 'too-large', tooLarge());
  const { pieces, beyond } = lexed(text);
  if (beyond !== null) {
    const span = { start: beyond.offset, end: beyond.offset + 1 };
    if (beyond.limit === 'pieces') return refused(span, 'too-large', 'This file has too many words and signs.');
    return refused(span, 'yaml-syntax', 'This is not valid YAML: it nests too deeply.');
  }
  const document = composed(pieces, text.length);
  const syntax = withoutEchoes([...document.errors, ...document.warnings]).map((error) =>
    syntaxDiagnostic(source, error),
  );
  const keys = unquotedKeys(document, source);
  const unquoted = [...keys].map((key) => placedAt(source, spanOf(key), finding('text-unquoted', UNQUOTED)));
  if (document.errors.length > 0)
    return { map: null, source, diagnostics: [...syntax, ...unquoted].slice(0, MOST_FINDINGS) };
  const tree = new YamlTree(source, document, places, keys);
  const root = tree.root();
  const diagnostics = [...syntax, ...unquoted, ...tree.diagnostics].slice(0, MOST_FINDINGS);
  return mapOrRefusal(root, source, diagnostics, places, document);
}

/** The document of the pieces; a second one in the same file is a problem of the first. */
function composed(pieces: readonly string[], length: number): Document {
  const parser = new Parser();
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document, second] = composer.compose(parsed(parser, pieces), true, length);
  invariant(document !== undefined, 'a composer that is forced makes a document of anything');
  if (second !== undefined)
    document.errors.push(new YAMLParseError([second.range[0], second.range[0] + 3], 'MULTIPLE_DOCS', SECOND));
  return document;
}

const SECOND = 'a second document stands in the file';

function* parsed(parser: Parser, pieces: readonly string[]): Generator<CST.Token> {
  for (const piece of pieces) yield* parser.next(piece);
  yield* parser.end();
}

export const tooLarge = (): string => `This file is larger than ${String(LIMITS.bytes / 1024)} KiB.`;

function mapOrRefusal(
  root: Json,
  source: SourceText,
  diagnostics: readonly Diagnostic[],
  places: Places,
  document: Document,
): ReadYaml {
  if (isJsonMap(root)) {
    const whole: Span = { start: 0, end: 0 };
    places.put(ROOT_HOLDER, source.file, {
      source,
      key: whole,
      value: spanOf(document.contents as Node),
      style: 'none',
    });
    return { map: root, source, diagnostics };
  }
  if (diagnostics.length > 0) return { map: null, source, diagnostics };
  const empty = finding('value-type', 'A scenario is a map of keys, such as `format: 1`.');
  return { map: null, source, diagnostics: [placedAt(source, { start: 0, end: 0 }, empty)] };
}

const ROOT_HOLDER = {};

const finding = (code: string, message: string) => ({ severity: 'error', code, message, suggestion: null }) as const;

const UNQUOTED = 'A comma or colon ended this text early; put it in double quotes.';

function syntaxDiagnostic(source: SourceText, error: YAMLError): Diagnostic {
  const span = { start: error.pos[0], end: error.pos[1] };
  const colonInText = error.code === 'BLOCK_IN_FLOW' || error.code === 'BLOCK_AS_IMPLICIT_KEY';
  if (colonInText) return placedAt(source, span, finding('text-unquoted', UNQUOTED));
  if (error.code === 'TAG_RESOLVE_FAILED')
    return placedAt(source, span, finding('yaml-syntax', 'Tags such as `!x` are not read.'));
  const said = error.message.replace(/\s+at line \d+, column \d+:?\s*$/, '').trim();
  return placedAt(
    source,
    span,
    finding('yaml-syntax', `This is not valid YAML: ${said.charAt(0).toLowerCase()}${said.slice(1)}.`),
  );
}

/** After one stray token the parser finds fault with all that follow; the first is the one to mend. */
function withoutEchoes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.findIndex(({ code }) => code === 'UNEXPECTED_TOKEN');
  return errors.filter(({ code }, index) => code !== 'UNEXPECTED_TOKEN' || index === first);
}

/** In `{ a: Commit, then send }` the comma makes `then send` a key of its own: the key has neither colon nor value. */
function unquotedKeys(document: Document, source: SourceText): ReadonlySet<Node> {
  const found = new Set<Node>();
  visit(document, {
    Map(_, node) {
      if (node.flow !== true || !isMap(node)) return;
      for (const { key, value } of node.items) {
        if (value !== null || !isScalar(key)) continue;
        if (!source.text.slice(spanOf(key).end).trimStart().startsWith(':')) found.add(key);
      }
    },
  });
  return found;
}
