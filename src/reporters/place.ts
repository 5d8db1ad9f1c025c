import type { Location } from '../text.js';
import { printable } from './printable.js';

/** A place as editors and terminals link it: `src/app.py:12:5`, `demo.ipynb:cell 3:1:9`. */
export function place(location: Location): string {
  const { path, cell, line, column } = location;
  return cell === undefined
    ? `${printable(path)}:${line}:${column}`
    : `${printable(path)}:cell ${cell}:${line}:${column}`;
}
