/** Wrapped lines: breaks a text between words, for the width of a terminal. */

/**
 * Lines of at most `width` characters, broken at plain spaces, and inside a word only if it is longer than a line. The first line
 * begins with `first`, the others with `next`.
 */
export function wrappedLines(text: string, width: number, first = '', next = first): readonly string[] {
  const lines: string[] = [];
  let line = first;
  for (let word of text.split(/[ \n]+/)) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = next;
    }
    for (; line.trim() === '' && line.length + word.length > width; line = next) {
      const room = Math.max(1, width - line.length);
      lines.push(line + word.slice(0, room));
      word = word.slice(room);
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}
