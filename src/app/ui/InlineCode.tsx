/**
 * A sentence of a scenario or a lesson: what stands between backticks is code, everything else is text. Nothing in it is ever
 * read as HTML, so a file from a stranger can say what it likes. A lone backtick is itself.
 */
export function InlineCode({ text }: { readonly text: string }) {
  const pieces = text.split(/`([^`]+)`/u);
  return pieces.map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece));
}
