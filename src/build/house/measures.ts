import ts from 'typescript';
import { isForTests, type Source } from './source.ts';

const PROPS_AT_MOST = 6;

const linesOf = ({ text }: Source): number => text.trimEnd().split('\n').length;

const isMeasured = ({ path }: Source): boolean => !isForTests(path);

/** Files with more lines than one sitting takes. */
export function longerThan(sources: readonly Source[], most: number): readonly string[] {
  return sources
    .filter((source) => isMeasured(source) && linesOf(source) > most)
    .map((source) => `${source.path} has ${linesOf(source)} lines`);
}

/** The length that this share of the files does not exceed: 0.5 is the median. */
export function lengthAt(sources: readonly Source[], share: number): number {
  const lengths = sources
    .filter(isMeasured)
    .map(linesOf)
    .sort((a, b) => a - b);
  return lengths[Math.max(0, Math.ceil(lengths.length * share) - 1)] ?? 0;
}

/** Components that ask for more than a reader can hold: an interface of props, or props written in place. */
export function greedyComponentsIn(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => path.endsWith('.tsx') && !isForTests(path))
    .flatMap(({ path, text }) => {
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX);
      const greedy: string[] = [];
      const weigh = (name: string, members: ts.NodeArray<ts.TypeElement>) => {
        if (members.length > PROPS_AT_MOST) greedy.push(`${path}: ${name} has ${members.length} props`);
      };
      file.forEachChild((node) => {
        if (ts.isInterfaceDeclaration(node) && node.name.text.endsWith('Props')) weigh(node.name.text, node.members);
        if (!ts.isFunctionDeclaration(node) || node.name === undefined || !/^[A-Z]/.test(node.name.text)) return;
        const props = node.parameters[0]?.type;
        if (props !== undefined && ts.isTypeLiteralNode(props)) weigh(node.name.text, props.members);
      });
      return greedy;
    });
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|browser\.test|long\.test|worker|d))?\.(tsx?|mjs)$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
const SAYS_NOTHING = /(^|-)(utils?|helpers?|common|misc|manager)(-|\.|$)|^index\./;

/** File and folder names that break the house style, or say nothing about what is inside. */
export function badNamesIn(sources: readonly Source[]): readonly string[] {
  return sources
    .map(({ path }) => path)
    .filter((path) => {
      const parts = path.split('/');
      const file = parts.at(-1) ?? '';
      return !(KEBAB.test(file) || PASCAL.test(file)) || parts.some((part) => SAYS_NOTHING.test(part));
    });
}
