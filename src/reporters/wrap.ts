/** Wide enough for a paragraph, narrow enough for half a screen. */
const WIDTH = 80;

/** The text in lines of at most `width` columns (80 unless told), each behind `indent` blanks. */
export function wrap(text: string, indent: number, width = WIDTH): string {
  return wrapBehind(text, 0, indent, width).replace(/^/, ' '.repeat(indent));
}

/** As {@link wrap}, where the first line has `used` columns of something else in it already, and no blanks in front. */
export function wrapBehind(text: string, used: number, indent: number, width: number): string {
  const lines: string[] = [];
  let line = '';
  let room = width - Math.max(used, indent);
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
      room = width - indent;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}
