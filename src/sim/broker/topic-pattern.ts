/**
 * Whether a topic binding takes a routing key (R-Q-1). Words are separated by dots and may be empty; `*` is exactly one
 * word, `#` any number of them. The empty key has no words at all.
 */
export function topicMatches(pattern: string, routingKey: string): boolean {
  const key = words(routingKey);
  // reach[i]: the pattern read so far can take the first i words of the key. Never exponential.
  let reach: readonly boolean[] = [true, ...key.map(() => false)];
  for (const word of words(pattern)) reach = word === '#' ? afterAny(reach) : afterOne(reach, word, key);
  return reach[key.length] === true;
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split('.');
}

function afterAny(reach: readonly boolean[]): readonly boolean[] {
  const first = reach.indexOf(true);
  return reach.map((_, index) => first >= 0 && index >= first);
}

function afterOne(reach: readonly boolean[], word: string, key: readonly string[]): readonly boolean[] {
  return [false, ...key.map((keyWord, index) => reach[index] === true && (word === '*' || word === keyWord))];
}
