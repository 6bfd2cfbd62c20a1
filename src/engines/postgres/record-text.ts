/** Where a reader of PostgreSQL's text forms stands. */
interface Reader {
  readonly text: string;
  at: number;
}

/** The fields of a row as PostgreSQL prints it: `(O-1,"two, words",)` has three, the last of them null. */
export function readRecord(text: string): readonly (string | null)[] {
  const reader: Reader = { text, at: 1 };
  const fields: (string | null)[] = [];
  for (;;) {
    fields.push(readField(reader));
    reader.at += 1;
    if (reader.text[reader.at - 1] !== ',') return fields;
  }
}

function readField(reader: Reader): string | null {
  let value = '';
  let isQuoted = false;
  let wasQuoted = false;
  for (; reader.at < reader.text.length; reader.at += 1) {
    const sign = reader.text[reader.at] ?? '';
    if (sign === '"' && isQuoted && reader.text[reader.at + 1] === '"') value += reader.text[(reader.at += 1)] ?? '';
    else if (sign === '"') {
      isQuoted = !isQuoted;
      wasQuoted = true;
    } else if (sign === '\\') value += reader.text[(reader.at += 1)] ?? '';
    else if (!isQuoted && (sign === ',' || sign === ')')) break;
    else value += sign;
  }
  return value === '' && !wasQuoted ? null : value;
}

export type NestedText = string | null | readonly NestedText[];

/** An array as PostgreSQL prints it: `{1,2}`, `{{a,"b c"},{NULL,d}}`. */
export function readArray(text: string): readonly NestedText[] {
  const reader: Reader = { text, at: text.indexOf('{') + 1 };
  return readElements(reader);
}

function readElements(reader: Reader): readonly NestedText[] {
  const elements: NestedText[] = [];
  while (reader.at < reader.text.length) {
    const sign = reader.text[reader.at];
    if (sign === '}') {
      reader.at += 1;
      return elements;
    }
    if (sign === ',') reader.at += 1;
    else if (sign === '{') {
      reader.at += 1;
      elements.push(readElements(reader));
    } else elements.push(readElement(reader));
  }
  return elements;
}

function readElement(reader: Reader): string | null {
  const isQuoted = reader.text[reader.at] === '"';
  let value = '';
  if (isQuoted) reader.at += 1;
  for (; reader.at < reader.text.length; reader.at += 1) {
    const sign = reader.text[reader.at] ?? '';
    if (sign === '\\') value += reader.text[(reader.at += 1)] ?? '';
    else if (isQuoted ? sign === '"' : sign === ',' || sign === '}') break;
    else value += sign;
  }
  if (isQuoted) reader.at += 1;
  return !isQuoted && value === 'NULL' ? null : value;
}
