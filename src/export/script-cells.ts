import type { CellText } from '../documents/compose.js';
import type { Cell, Document } from '../documents/document.js';
import type { Module } from '../python/module.js';
import { lineEnd, type Range } from '../text.js';
import { findBlocks } from './blocks.js';

/** A cell that is made from lines of a script. */
export interface ScriptCell extends CellText {
  /** Where each of its lines comes from; absent for one that was added. */
  readonly origins: readonly (number | undefined)[];
}

/** The cells of a script: where it has marks, those of the marks; else one for each block. */
export function scriptCells(document: Document, module: Module): readonly ScriptCell[] {
  if (document.format !== 'percent') return findBlocks(module).map((range) => toCell('code', range, document));
  return document.cells.map((cell) => markedCell(cell, document)).filter((cell) => cell.text !== '' || cell.isMarked);
}

function markedCell(cell: Cell, document: Document): ScriptCell & { readonly isMarked: boolean } {
  const { code } = document;
  const first = code.slice(cell.start, lineEnd(code, cell.start));
  const isMarked = /^#[ \t]*%%|^# COMMAND -/.test(first);
  const isHeader = cell.start === 0 && /^# Databricks notebook source/.test(first);
  const start = isMarked || isHeader ? Math.min(lineEnd(code, cell.start), cell.end) : cell.start;
  const body = toCell(cell.kind, { start, end: cell.end }, document);
  const tags = cell.tags.length > 0 ? { tags: cell.tags } : {};
  const isMagic = /^# MAGIC\b/m.test(body.text);
  if (cell.kind !== 'code') return { ...body, ...tags, text: uncomment(body.text), isMarked: true };
  if (isMagic) return { ...body, ...tags, text: unmask(body.text), isMarked };
  const title = isMarked ? findTitle(first) : '';
  if (title === '') return { ...body, ...tags, isMarked };
  // # %% Load the data   the title of a cell is kept as a comment
  return { ...body, ...tags, text: `# ${title}\n${body.text}`, origins: [undefined, ...body.origins], isMarked };
}

/** The lines of a range, without the blank ones around them. */
function toCell(kind: CellText['kind'], range: Range, { code }: Document): ScriptCell {
  const text = code.slice(range.start, range.end);
  const lead = /^(?:[ \t\f]*\r?\n)*/.exec(text)?.[0].length ?? 0;
  const body = text.slice(lead).trimEnd();
  const origins: number[] = [];
  for (let at = 0; at < body.length; at = lineEnd(body, at)) origins.push(range.start + lead + at);
  return { kind, text: body, origins };
}

function findTitle(mark: string): string {
  return mark
    .replace(/^#[ \t]*(?:%%+|COMMAND -+)/, '')
    .replace(/\[\w+\]|\b\w+=(?:\[[^\]]*\]|"[^"]*"|\S+)/g, '')
    .trim();
}

/** `# text`, `"""text"""`, `# MAGIC %md text` → `text` */
function uncomment(text: string): string {
  const quoted = /^(?:"""|''')([\s\S]*)(?:"""|''')$/.exec(text.trim())?.[1];
  if (quoted !== undefined) return quoted.replace(/^\r?\n|\r?\n$/g, '');
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^# MAGIC ?/, '# ').replace(/^# ?/, ''));
  return lines.join('\n').replace(/^\s*%md(?:-sandbox)?[ \t]*\n?/, '');
}

/** `# MAGIC %sql⏎# MAGIC SELECT 1` → `%%sql⏎SELECT 1`; a line magic of Databricks stays one. */
function unmask(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^# MAGIC ?/, ''));
  return lines.join('\n').replace(/^%(?=(?:sql|r|scala|sh)\s)/, '%%');
}
