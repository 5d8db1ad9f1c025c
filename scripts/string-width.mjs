// Stands in for the string-width package inside the command line's bundle: its help holds no wide characters.
export default function stringWidth(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours start with an escape character
  return text.replace(/\u001B\[[\d;]*m/g, '').length;
}
