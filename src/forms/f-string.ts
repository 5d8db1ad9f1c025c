import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import type { Edit } from '../text.js';

/** The f-string field that a node stands in, unless a lambda or a statement comes first. */
export function findInterpolation(node: Node): Node | undefined {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.type === 'interpolation') return at;
    if (at.type === 'lambda' || at.type.endsWith('_statement')) return undefined;
  }
  return undefined;
}

/** `f"{asyncio.run(a()) + asyncio.run(b())=}"`: the label cannot be kept, whatever takes the place of a run. */
export function hasLostLabel(node: Node, module: Module): boolean {
  const interpolation = findInterpolation(node);
  return interpolation !== undefined && findLabelEdits(node, interpolation, module) === undefined;
}

/**
 * `f"{asyncio.run(c())=}"` shows its own source: the label is written out, so that the output stays what it was
 * (semantics.md §2.25, rule 16).
 *
 *     f"{asyncio.run(c())=}"      →  f"asyncio.run(c())={await c()!r}"
 *     f"{asyncio.run(c())=:>4}"   →  f"asyncio.run(c())={await c():>4}"
 *
 * @returns The edits around the field's expression, none where there is no label, `undefined` where it cannot be kept.
 */
export function findLabelEdits(node: Node, interpolation: Node, module: Module): readonly Edit[] | undefined {
  const expression = interpolation.children.find((child) => child.field === 'expression') ?? interpolation.children[0];
  if (expression === undefined) return [];
  const behind = module.text({ start: expression.end, end: interpolation.end });
  const equals = /^(\s*)=(\s*)(![rsa])?(?=[:}])/.exec(behind);
  if (equals === null) return [];
  const source = module.text(expression);
  const lead = /^\{(\s*)/.exec(module.text(interpolation))?.[1] ?? '';
  const nested = interpolation.parent?.type !== 'string';
  if (expression !== node || nested || /[{}\\\n"']/.test(source)) return undefined;
  const hasFormat = behind.slice(equals[0].length).startsWith(':');
  const conversion = equals[3] ?? (hasFormat ? '' : '!r');
  return [
    { start: interpolation.start, end: interpolation.start, text: `${lead}${source}${equals[1]}=${equals[2]}` },
    { start: expression.end, end: expression.end + equals[0].length, text: conversion },
  ];
}
